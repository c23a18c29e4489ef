using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// Prepares a database that was put back from a backup. What was to happen between the backup and now probably did: it is looked up in the
/// platform's history before it happens again.
/// </summary>
internal sealed class Restored(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Marks what may have gone out already, and returns how much that is: messages that waited, and schedules that have been due since.</summary>
    public async Task<(int Deliveries, int Schedules)> MarkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var deliveries = await unitOfWork.MarkAsync(
            db => db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Sending)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Sending), cancellationToken),
            cancellationToken);
        var schedules = await unitOfWork.MarkAsync(
            db => db.Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.DueAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.MayHaveRun, true), cancellationToken),
            cancellationToken);
        return (deliveries, schedules);
    }
}
