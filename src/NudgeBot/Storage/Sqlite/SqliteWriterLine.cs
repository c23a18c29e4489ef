namespace NudgeBot.Storage.Sqlite;

/// <summary>One writer at a time, first come first served, instead of at SQLite's lock, which is polled.</summary>
internal sealed class SqliteWriterLine : IWriterLine, IDisposable
{
    private readonly SemaphoreSlim writer = new(1, 1);

    public async Task<T> RunAsync<T>(string workspaceId, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            writer.Release();
        }
    }

    public Task LockAsync(BotDb db, string workspaceId, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => writer.Dispose();
}
