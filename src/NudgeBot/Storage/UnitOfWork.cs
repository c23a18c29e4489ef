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
        line.RunAsync(workspaceId, () => TransactAsync(workspaceId, memberId, work, cancellationToken), cancellationToken);

    /// <summary>Asks the database without changing it, beside any writer.</summary>
    public async Task<T> ReadAsync<T>(string workspaceId, string memberId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become(workspaceId, memberId);
        return await work(scope.ServiceProvider);
    }

    private async Task<T> TransactAsync<T>(
        string workspaceId, string memberId, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become(workspaceId, memberId);
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await line.LockAsync(db, workspaceId, cancellationToken);
        var result = await work(scope.ServiceProvider);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
