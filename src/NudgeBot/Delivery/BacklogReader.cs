using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>Counts what is waiting, in each workspace by its own clock.</summary>
internal sealed class BacklogReader(BotDb db, TimeProvider clock)
{
    /// <summary>Counts what has been waiting for longer than <paramref name="late"/>.</summary>
    public async Task<Backlog> ReadAsync(TimeSpan late, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ahead = await db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.ClockOffset != TimeSpan.Zero)
            .Select(row => new { row.WorkspaceId, row.ClockOffset }).ToListAsync(cancellationToken);
        var aheadIds = ahead.Select(row => row.WorkspaceId).ToList();
        // What waits in a workspace that removed NudgeBot waits for it to come back, or to be erased.
        var gone = db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.RemovedAt != null).Select(row => row.WorkspaceId);
        var deliveries = db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking().Where(row => !gone.Contains(row.WorkspaceId));
        var schedules = db.Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking().Where(row => !gone.Contains(row.WorkspaceId));

        var waiting = await Waiting(deliveries.Where(row => !aheadIds.Contains(row.WorkspaceId)), now - late).CountAsync(cancellationToken);
        var overdue = await Overdue(schedules.Where(row => !aheadIds.Contains(row.WorkspaceId)), now - late).CountAsync(cancellationToken);
        foreach (var workspace in ahead)
        {
            var then = now + workspace.ClockOffset - late;
            waiting += await Waiting(deliveries.Where(row => row.WorkspaceId == workspace.WorkspaceId), then).CountAsync(cancellationToken);
            overdue += await Overdue(schedules.Where(row => row.WorkspaceId == workspace.WorkspaceId), then).CountAsync(cancellationToken);
        }

        var lately = now.AddDays(-7);
        var failed = deliveries.Where(row => row.State == DeliveryState.Failed && row.NotBefore > lately && !aheadIds.Contains(row.WorkspaceId));
        return new(
            waiting, overdue,
            await deliveries.Where(row => row.State == DeliveryState.Sent).MaxAsync(row => row.SentAt, cancellationToken),
            await failed.CountAsync(cancellationToken),
            await failed.Select(row => row.Error ?? "unknown").Distinct().OrderBy(reason => reason).Take(5).ToListAsync(cancellationToken),
            await schedules.Where(row => row.Failures > 0).Select(row => row.Kind).Distinct().ToListAsync(cancellationToken));
    }

    private static IQueryable<Outgoing> Waiting(IQueryable<Outgoing> deliveries, DateTimeOffset then) => deliveries.Where(
        row => (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending) && row.NotBefore <= then);

    private static IQueryable<Schedule> Overdue(IQueryable<Schedule> schedules, DateTimeOffset then) => schedules.Where(row => row.DueAt <= then);
}
