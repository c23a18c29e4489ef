using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// Sends what waits for one conversation, one after another, oldest first. A delivery is marked as being sent before the platform hears
/// of it; one found so marked was cut off by a crash, and the platform's history decides whether it must be sent.
/// </summary>
internal sealed partial class Lane(UnitOfWork unitOfWork, Leases leases, DeliveryMeter meter, ILogger<Lane> logger)
{
    private const string TooOld = "It could not go out for three days.", Blocked = "The member blocked the bot.";

    /// <summary>Sends the deliveries and returns how many of them something became of.</summary>
    /// <param name="channel">The adapter; null when the platform is configured no more: what waits for it stays, and is given up when it is too old.</param>
    /// <param name="deliveries">Of one conversation, each with where it goes: null when its receiver blocked the bot.</param>
    /// <param name="now">The workspace's present instant.</param>
    /// <param name="cancellationToken">Stops between two deliveries, or breaks off the one on its way.</param>
    public async Task<int> RunAsync(
        IChannel? channel, IReadOnlyList<(Outgoing Delivery, Conversation? Conversation)> deliveries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // SQLite never waits asynchronously: without this no lane would begin before the one started last has written its first mark.
        await Task.Yield();
        var (count, blocked) = (0, false);
        foreach (var (delivery, conversation) in deliveries)
        {
            if (!await leases.HoldAsync(delivery.WorkspaceId, cancellationToken))
                break;
            var attempt = new Attempt(unitOfWork, leases, delivery, now);
            if (delivery.State == DeliveryState.Pending && attempt.IsTooOld)
                await GiveUpAsync(attempt, TooOld, cancellationToken);
            else if (channel is null)
                continue;
            else if (conversation is null || blocked)
                await GiveUpAsync(attempt, Blocked, cancellationToken);
            else if (!await attempt.BeginAsync(cancellationToken))
                continue;
            else
                blocked = await SendAsync(channel, attempt, conversation, cancellationToken) is Refusal.Blocked && delivery.IsDirect;
            count++;
        }

        return count;
    }

    /// <summary>Sends one that is marked, and returns how the platform refused it, if it did.</summary>
    private async Task<Refusal?> SendAsync(IChannel channel, Attempt attempt, Conversation conversation, CancellationToken cancellationToken)
    {
        try
        {
            var envelope = await attempt.EnvelopeAsync(conversation, cancellationToken);
            var platformId = await attempt.LookUpAsync(channel, envelope, cancellationToken);
            if (platformId is null && attempt.IsTooOld)
            {
                await GiveUpAsync(attempt, TooOld, cancellationToken);
                return null;
            }

            if (platformId is null && !leases.Has(attempt.Delivery.WorkspaceId))
                throw new ChannelException("This process was away for too long; another one may serve the workspace.");
            await attempt.SentAsync(platformId ?? await channel.SendAsync(envelope, cancellationToken), cancellationToken);
            meter.Sent();
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            NotSent(error, attempt.Delivery.DeliveryId, attempt.Delivery.WorkspaceId);
            await SettleAsync(attempt, error, cancellationToken);
            return (error as ChannelException)?.Refusal;
        }
    }

    /// <summary>Draws the conclusions from a failure.</summary>
    private async Task SettleAsync(Attempt attempt, Exception error, CancellationToken cancellationToken)
    {
        var refused = error as ChannelException;
        if (refused?.Refusal is Refusal.Removed)
        {
            await attempt.RemoveAsync(cancellationToken);
            leases.Forget(attempt.Delivery.WorkspaceId);
        }

        if (refused?.Refusal is Refusal.Blocked && attempt.Delivery.IsDirect)
            await attempt.BlockAsync(cancellationToken);
        if (refused is { Refusal: not Refusal.Later })
        {
            await GiveUpAsync(attempt, refused.Message, cancellationToken);
            return;
        }

        await attempt.PutOffAsync(error, cancellationToken);
        meter.Retried();
    }

    private async Task GiveUpAsync(Attempt attempt, string reason, CancellationToken cancellationToken)
    {
        await attempt.GiveUpAsync(reason, cancellationToken);
        meter.Failed();
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} in workspace {WorkspaceId} could not be sent.")]
    private partial void NotSent(Exception error, Guid deliveryId, string workspaceId);
}
