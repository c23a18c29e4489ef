using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Sqlite;

/// <summary>One who waits in SQLite's line, and the savepoint that is theirs when it is their turn.</summary>
internal abstract class SqliteTurn : IWriterTurn
{
    private const string Name = "turn";

    private const int Waiting = 0, Begun = 1, GivenUp = 2;

    // Captured where they lined up: what holds there, such as the language, holds in their turn as well.
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    private SqliteTransaction? transaction;

    private int state = Waiting;

    /// <summary>Takes its turn, unless it was given up meanwhile.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Waiting) == Waiting;

    /// <summary>Lets it go without a turn, if it is not its turn yet; the work itself hears of it otherwise.</summary>
    public void GiveUp(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, GivenUp, Waiting) == Waiting)
            Cancel(cancellationToken);
    }

    /// <summary>Runs the work within the transaction, and undoes what it changed when it fails.</summary>
    /// <exception cref="SqliteException">The transaction as a whole is lost.</exception>
    public async Task RunAsync(SqliteTransaction shared)
    {
        transaction = shared;
        await shared.SaveAsync(Name);
        var work = Task.CompletedTask;
        if (context is null)
            work = WorkAsync();
        else
            ExecutionContext.Run(context, _ => work = WorkAsync(), null);
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!work.IsCompletedSuccessfully)
            await shared.RollbackAsync(Name);
        await shared.ReleaseAsync(Name);
    }

    public async Task BeginAsync(BotDb db, CancellationToken cancellationToken)
    {
        db.Database.SetDbConnection(transaction!.Connection);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        // Ours is enough: whatever fails undoes all of the turn.
        db.Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Nothing is to be done yet: what did not fail is kept with the others'.</summary>
    public Task CommitAsync(BotDb db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Answers with what the work came to, now that it lasts.</summary>
    public abstract void Tell();

    /// <summary>Answers that nothing was kept.</summary>
    public abstract void Fail(Exception error);

    protected abstract void Cancel(CancellationToken cancellationToken);

    /// <summary>Starts the work; its outcome is kept for later.</summary>
    protected abstract Task WorkAsync();
}

/// <summary>One whose work comes to a <typeparamref name="T"/>.</summary>
internal sealed class SqliteTurn<T>(Func<IWriterTurn, Task<T>> work) : SqliteTurn
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<T>? outcome;

    public Task<T> Answer => answer.Task;

    public override void Tell() => answer.SetFromTask(outcome!);

    public override void Fail(Exception error) => answer.SetException(outcome is { IsFaulted: true, Exception: { } own } ? own.InnerExceptions : [error]);

    protected override void Cancel(CancellationToken cancellationToken) => answer.TrySetCanceled(cancellationToken);

    protected override Task WorkAsync() => outcome = work(this);
}
