using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// Finds workspaces in which something is due, and takes them for this process. Each look reads what has been due the longest, and no more
/// of it than a bounded number of index entries, however much there is.
/// </summary>
internal sealed class DueWorkspaces(IServiceScopeFactory scopes, Leases leases, WorkspaceTime time, TimeProvider clock)
{
    /// <summary>So many of what is due are looked at, of each kind.</summary>
    private const int Window = 500;

    /// <summary>More are named than can be taken: other processes may be taking the first of them at this moment.</summary>
    private const int Spare = 4;

    /// <summary>Who was served lets others go first for so long.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> served = new();

    /// <summary>Takes workspaces to serve, those first that have waited the longest.</summary>
    /// <param name="except">Those that are being served already.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<string>> TakeAsync(IReadOnlyCollection<string> except, int most, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Turn;
        foreach (var (workspaceId, at) in served)
        {
            // A clock that was set back lets nobody wait until it is there again.
            if (at < since || at > since + Turn)
                served.TryRemove(workspaceId, out _);
        }

        var taken = await TakeFirstAsync([.. except.Union(served.Keys)], most, cancellationToken);
        if (taken.Count == most || served.IsEmpty)
            return taken;
        return [.. taken, .. await TakeFirstAsync([.. except.Union(taken)], most - taken.Count, cancellationToken)];
    }

    /// <summary>Lets others go first next time. Returns whether it was its turn, and not a further one while nobody else had any.</summary>
    public bool Served(string workspaceId)
    {
        var isFirst = !served.ContainsKey(workspaceId);
        served[workspaceId] = clock.GetUtcNow();
        return isFirst;
    }

    private async Task<IReadOnlyList<string>> TakeFirstAsync(IReadOnlyCollection<string> except, int most, CancellationToken cancellationToken)
    {
        // A shifted clock decides for itself what is due; who serves it asks with that workspace's own time.
        var due = (await FindAsync(except, most * Spare, cancellationToken)).Union(time.Shifted.Except(except)).ToList();
        return due.Count == 0 ? [] : await leases.TakeAsync(due, most, cancellationToken);
    }

    /// <summary>Where something is due that this process may do, what has been due longest first.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(IReadOnlyCollection<string> except, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Query(scope.ServiceProvider.GetRequiredService<BotDb>(), except, most).ToListAsync(cancellationToken);
    }

    /// <summary>The question that <see cref="FindAsync"/> asks.</summary>
    internal IQueryable<string> Query(BotDb db, IReadOnlyCollection<string> except, int most)
    {
        var now = clock.GetUtcNow();
        var others = leases.NotOurs(db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter])).Select(row => row.WorkspaceId);
        var schedules = db.Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.DueAt <= now && !except.Contains(row.WorkspaceId) && !others.Contains(row.WorkspaceId))
            .OrderBy(row => row.DueAt).Take(Window).Select(row => new Waiting { WorkspaceId = row.WorkspaceId, Since = row.DueAt });
        return schedules.Concat(Deliveries(DeliveryState.Pending)).Concat(Deliveries(DeliveryState.Sending))
            .GroupBy(row => row.WorkspaceId).OrderBy(rows => rows.Min(row => row.Since)).Select(rows => rows.Key).Take(most);

        // One state at a time, so that each is one range of the index.
        IQueryable<Waiting> Deliveries(DeliveryState state) => db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.State == state && row.NotBefore <= now && !except.Contains(row.WorkspaceId) && !others.Contains(row.WorkspaceId))
            .OrderBy(row => row.NotBefore).Take(Window).Select(row => new Waiting { WorkspaceId = row.WorkspaceId, Since = row.NotBefore });
    }

    /// <summary>That something is due in a workspace.</summary>
    private sealed class Waiting
    {
        public required string WorkspaceId { get; init; }

        public required DateTimeOffset Since { get; init; }
    }
}
