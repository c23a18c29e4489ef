using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// Sends the deliveries of one workspace that are waiting, oldest first. A delivery is marked as being sent before the platform
/// hears of it; one found so marked was cut off by a crash, and the platform's history decides whether it must be sent.
/// </summary>
internal sealed partial class Sender(
    IServiceScopeFactory scopes, IEnumerable<IChannel> channels, Leases leases, WorkspaceTime time, DeliveryMeter meter, ILogger<Sender> logger)
{
    /// <summary>A message that could not go out for so long is given up: late is fine, a burst of old news after a downtime is not.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private readonly Dictionary<string, IChannel> channelsByName = channels.ToDictionary(channel => channel.Name);

    /// <summary>Sends what is waiting and returns whether there was anything.</summary>
    public async Task<bool> RunAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = time.Now(workspaceId);
        var waiting = await db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.NotBefore <= now
                && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending))
            .OrderBy(row => row.NotBefore).ThenBy(row => row.DeliveryId).Take(100).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return false;

        var addresses = scope.ServiceProvider.GetRequiredService<Addresses>();
        // A platform that is configured no more: what waits for it stays, and is given up when it is too old.
        var channel = channelsByName.GetValueOrDefault(await addresses.ChannelAsync(workspaceId, cancellationToken));
        var any = false;
        foreach (var delivery in waiting)
        {
            if (!await leases.HoldAsync(workspaceId, cancellationToken))
                break;
            var attempt = new Attempt(db, delivery, now);
            if (delivery.State == DeliveryState.Pending && now - delivery.CreatedAt > Patience)
                any |= await GiveUpAsync(attempt, "It could not go out for three days.", cancellationToken);
            else if (channel is not null)
                any |= await SendAsync(channel, attempt, await addresses.OfAsync(delivery, cancellationToken), cancellationToken);
        }

        return any;
    }

    private async Task<bool> SendAsync(IChannel channel, Attempt attempt, Conversation? conversation, CancellationToken cancellationToken)
    {
        if (conversation is null)
            return await GiveUpAsync(attempt, "The member blocked the bot.", cancellationToken);
        if (!await attempt.BeginAsync(cancellationToken))
            return false;
        try
        {
            var envelope = await attempt.EnvelopeAsync(conversation, cancellationToken);
            var platformId = await attempt.LookUpAsync(channel, envelope, cancellationToken);
            if (platformId is null && attempt.IsTooOld)
                return await GiveUpAsync(attempt, "It could not go out for three days.", cancellationToken);
            await attempt.SentAsync(platformId ?? await channel.SendAsync(envelope, cancellationToken), cancellationToken);
            meter.Sent();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            NotSent(error, attempt.Delivery.DeliveryId, attempt.Delivery.WorkspaceId);
            if (error is ChannelException { Refusal: Refusal.Removed })
            {
                await attempt.RemoveAsync(cancellationToken);
                leases.Forget(workspaceId: attempt.Delivery.WorkspaceId);
            }

            if (error is ChannelException { Refusal: Refusal.Blocked } && attempt.Delivery.IsDirect)
                await attempt.BlockAsync(cancellationToken);
            if (error is ChannelException { Refusal: not Refusal.Later } refused)
                return await GiveUpAsync(attempt, refused.Message, cancellationToken);
            await attempt.PutOffAsync(error, cancellationToken);
            meter.Retried();
        }

        return true;
    }

    private async Task<bool> GiveUpAsync(Attempt attempt, string reason, CancellationToken cancellationToken)
    {
        await attempt.GiveUpAsync(reason, cancellationToken);
        meter.Failed();
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} in workspace {WorkspaceId} could not be sent.")]
    private partial void NotSent(Exception error, Guid deliveryId, string workspaceId);
}
