using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>What an operator may see of deliveries, and do about them: never what they say, nor more than the ids of whom they are for.</summary>
internal sealed class DeliveryDesk(BotDb db)
{
    /// <summary>The latest deliveries, newest first.</summary>
    /// <param name="workspaceId">Of one workspace, or of all when null.</param>
    /// <param name="state">In one state, or in any when null.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<DeliveryLine>> ListAsync(string? workspaceId, DeliveryState? state, int most, CancellationToken cancellationToken) =>
        await All.Where(row => (workspaceId == null || row.WorkspaceId == workspaceId) && (state == null || row.State == state))
            .OrderByDescending(row => row.DeliveryId).Take(most)
            .Select(row => new DeliveryLine(
                row.DeliveryId, row.WorkspaceId, row.Kind, row.State, row.Attempts, row.CreatedAt, row.NotBefore, row.SentAt, row.Error, row.Body != ""))
            .ToListAsync(cancellationToken);

    /// <summary>Lets a delivery that was given up, or that waits for its next try, be tried at once. Returns whether there was such a one.</summary>
    public async Task<bool> RetryAsync(Guid deliveryId, DateTimeOffset now, CancellationToken cancellationToken) =>
        // What was emptied says nothing any more; what was sent is not sent again; what is being sent is looked up first, as always.
        await All.Where(row => row.DeliveryId == deliveryId && row.Body != "" && row.State != DeliveryState.Sent).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, row => row.State == DeliveryState.Failed ? DeliveryState.Pending : row.State)
                .SetProperty(row => row.CreatedAt, now).SetProperty(row => row.NotBefore, now).SetProperty(row => row.Error, (string?)null),
            cancellationToken) == 1;

    /// <summary>Gives a delivery up that waits to be sent. Returns whether there was such a one.</summary>
    public async Task<bool> DropAsync(Guid deliveryId, CancellationToken cancellationToken) =>
        await All.Where(row => row.DeliveryId == deliveryId && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Failed).SetProperty(row => row.Error, "Dropped by the operator."), cancellationToken) == 1;

    private IQueryable<Outgoing> All => db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]);
}

/// <summary>A delivery as an operator sees it.</summary>
/// <param name="CanRetry">Whether its text is still there.</param>
internal sealed record DeliveryLine(
    Guid Id, string WorkspaceId, string Kind, DeliveryState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SentAt,
    string? Error, bool CanRetry);
