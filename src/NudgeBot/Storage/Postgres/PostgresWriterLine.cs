using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Postgres;

/// <summary>
/// Writers of one workspace take turns: within a process in a line, without a connection each, and between replicas by an advisory lock
/// that ends with their transaction. Workspaces do not wait for each other. Work that met a cut connection, a restart or a deadlock is done again from the beginning: everything that is
/// done here is idempotent, as it must be for the platforms' retries.
/// </summary>
internal sealed partial class PostgresWriterLine(ILogger<PostgresWriterLine> logger) : IWriterLine
{
    /// <summary>A server that restarts is back within seconds; platforms do not wait longer.</summary>
    private const int Most = 6;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> lines = new();

    public async Task<T> RunAsync<T>(string workspaceId, Func<IWriterTurn, Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = new Turn(workspaceId);
        if (workspaceId.Length == 0)
            return await InsistAsync(() => work(turn), cancellationToken);
        var writer = lines.GetOrAdd(workspaceId, _ => new(1, 1));
        await writer.WaitAsync(cancellationToken);
        try
        {
            return await InsistAsync(() => work(turn), cancellationToken);
        }
        finally
        {
            writer.Release();
        }
    }

    private async Task<T> InsistAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception error) when (attempt < Most && IsPassing(error) && !cancellationToken.IsCancellationRequested)
            {
                Again(attempt, error.GetBaseException().GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static bool IsPassing(Exception error) =>
        error is DbException { IsTransient: true } || (error.InnerException is { } inner && IsPassing(inner));

    [LoggerMessage(LogLevel.Warning, "The database failed in a way that passes ({Fault}); attempt {Attempt} is repeated.")]
    private partial void Again(int attempt, string fault);

    /// <summary>A transaction of its own, which keeps the workspace to itself.</summary>
    private sealed class Turn(string workspaceId) : IWriterTurn
    {
        public async Task BeginAsync(BotDb db, CancellationToken cancellationToken)
        {
            await db.Database.BeginTransactionAsync(cancellationToken);
            // Two workspaces whose names have the same hash wait for each other, and nothing else happens.
            if (workspaceId.Length > 0)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({workspaceId}, 20261122))", cancellationToken);
        }

        public Task CommitAsync(BotDb db, CancellationToken cancellationToken) => db.Database.CommitTransactionAsync(cancellationToken);
    }
}
