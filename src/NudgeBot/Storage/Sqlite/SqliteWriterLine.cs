using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// SQLite's one writer, first come first served. Those who wait together are committed together: each in a savepoint of its own, which alone
/// is undone when it fails, and nobody hears an answer before the one commit that makes all of it last. A commit waits for the disk.
/// </summary>
internal sealed class SqliteWriterLine : IWriterLine, IAsyncDisposable
{
    /// <summary>So many share a commit at most.</summary>
    private const int Most = 100;

    /// <summary>For so long, after the first of them began, others may still join: those who are done wait for the commit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    private readonly Channel<SqliteTurn> waiting = Channel.CreateUnbounded<SqliteTurn>(new() { SingleReader = true });

    private readonly IServiceScopeFactory scopes;

    private readonly TimeProvider clock;

    private readonly Task writing;

    /// <summary>Keeps the writer's own connection, with all that every connection is told, open.</summary>
    private AsyncServiceScope? open;

    public SqliteWriterLine(IServiceScopeFactory scopes, TimeProvider clock)
    {
        (this.scopes, this.clock) = (scopes, clock);
        writing = Task.Run(WriteAsync);
    }

    public async Task<T> RunAsync<T>(string workspaceId, Func<IWriterTurn, Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = new SqliteTurn<T>(work);
        await using var givingUp = cancellationToken.Register(() => turn.GiveUp(cancellationToken));
        if (!waiting.Writer.TryWrite(turn))
            throw new OperationCanceledException("The program stops.");
        return await turn.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        // What is being written at this moment is written to its end.
        await Task.WhenAny(writing, Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System));
        await CloseAsync();
    }

    private async Task WriteAsync()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            if (TryTake() is { } first)
                await WriteTogetherAsync(first);
        }
    }

    /// <summary>The next one who has not given up; null when nobody waits.</summary>
    private SqliteTurn? TryTake()
    {
        while (waiting.Reader.TryRead(out var turn))
        {
            if (turn.TryBegin())
                return turn;
        }

        return null;
    }

    private async Task WriteTogetherAsync(SqliteTurn first)
    {
        List<SqliteTurn> together = [first];
        try
        {
            var start = clock.GetTimestamp();
            await using var transaction = (SqliteTransaction)await (await OpenAsync()).BeginTransactionAsync();
            await first.RunAsync(transaction);
            while (together.Count < Most && clock.GetElapsedTime(start) < Longest && TryTake() is { } next)
            {
                together.Add(next);
                await next.RunAsync(transaction);
            }

            await transaction.CommitAsync();
        }
        catch (Exception error)
        {
            // Nothing of it was kept, and each of them hears so.
            together.ForEach(lost => lost.Fail(error));
            await CloseAsync();
            return;
        }

        together.ForEach(kept => kept.Tell());
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        open ??= scopes.CreateAsyncScope();
        var database = open.Value.ServiceProvider.GetRequiredService<BotDb>().Database;
        if (database.GetDbConnection() is SqliteConnection { State: System.Data.ConnectionState.Open } connection)
            return connection;
        await database.OpenConnectionAsync();
        return (SqliteConnection)database.GetDbConnection();
    }

    private async Task CloseAsync()
    {
        if (open is { } scope)
            await scope.DisposeAsync();
        open = null;
    }
}
