namespace NudgeBot.Storage;

/// <summary>One piece of work on the database for one owner, in one transaction: all of it is kept or none.</summary>
internal sealed class UnitOfWork(IServiceScopeFactory scopes, IWriterLine line)
{
    /// <summary>Runs the work in a new scope that belongs to the member, and commits what it changed.</summary>
    /// <param name="workspaceId">The tenant.</param>
    /// <param name="memberId">The member, or an empty text for the workspace itself.</param>
    /// <param name="work">
    /// Gets the scope's services; what it adds to the database is saved after it. Where the database fails in a way that passes it runs
    /// again, in a new scope.
    /// </param>
    /// <param name="cancellationToken">Gives up, and keeps nothing.</param>
    public Task<T> RunAsync<T>(string workspaceId, string memberId, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken) =>
        line.RunAsync(workspaceId, turn => TransactAsync(turn, workspaceId, memberId, work, cancellationToken), cancellationToken);

    /// <summary>Makes a change that reaches rows by their keys, past the ownership filter, and returns how many it reached, once it is committed.</summary>
    public Task<int> MarkAsync(Func<BotDb, Task<int>> change, CancellationToken cancellationToken) =>
        RunAsync("", "", services => change(services.GetRequiredService<BotDb>()), cancellationToken);

    /// <summary>Asks the database without changing it, beside any writer.</summary>
    public async Task<T> ReadAsync<T>(string workspaceId, string memberId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become(workspaceId, memberId);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Asks the database for what may turn out to be a change after all: it refuses that.</summary>
    /// <exception cref="System.Data.Common.DbException">It was a change (<see cref="StorageFault.RefusesRecords"/>).</exception>
    public Task<T> LookAsync<T>(string workspaceId, string memberId, Func<IServiceProvider, Task<T>> work) =>
        ReadAsync(workspaceId, memberId, services =>
        {
            services.GetRequiredService<BotDb>().OnlyLook();
            return work(services);
        });

    private async Task<T> TransactAsync<T>(
        IWriterTurn turn, string workspaceId, string memberId, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become(workspaceId, memberId);
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await turn.BeginAsync(db, cancellationToken);
        var result = await work(scope.ServiceProvider);
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(db, cancellationToken);
        return result;
    }
}
