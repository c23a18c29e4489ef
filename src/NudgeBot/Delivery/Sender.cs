using System.Text.Json;
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
    IServiceScopeFactory scopes, IEnumerable<IChannel> channels, WorkspaceTime time, ILogger<Sender> logger)
{
    private const int MostAttempts = 12;

    private readonly Dictionary<string, IChannel> channelsByName = channels.ToDictionary(channel => channel.Name);

    /// <summary>Sends what is waiting and returns whether there was anything.</summary>
    public async Task<bool> RunAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = time.Now(workspaceId);
        var waiting = await db.Set<Outgoing>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.NotBefore <= now
                && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending))
            .OrderBy(row => row.NotBefore).ThenBy(row => row.DeliveryId).Take(100).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return false;

        var addresses = scope.ServiceProvider.GetRequiredService<Addresses>();
        var channel = channelsByName[await addresses.ChannelAsync(workspaceId, cancellationToken)];
        foreach (var delivery in waiting)
            await SendAsync(db, channel, delivery, await addresses.OfAsync(delivery, cancellationToken), now, cancellationToken);
        return true;
    }

    private async Task SendAsync(
        BotDb db, IChannel channel, Outgoing delivery, Conversation? conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = db.Set<Outgoing>().IgnoreQueryFilters()
            .Where(other => other.WorkspaceId == delivery.WorkspaceId && other.DeliveryId == delivery.DeliveryId);
        if (conversation is null)
        {
            await row.ExecuteUpdateAsync(
                set => set.SetProperty(it => it.State, DeliveryState.Failed).SetProperty(it => it.Error, "The member blocked the bot."),
                cancellationToken);
            return;
        }

        var envelope = new Envelope(
            delivery.DeliveryId, delivery.WorkspaceId, conversation, delivery.EphemeralFor,
            JsonSerializer.Deserialize(delivery.Body, ChatJson.Default.Message)!, now);
        try
        {
            var cutOff = delivery.State == DeliveryState.Sending;
            await row.ExecuteUpdateAsync(
                set => set.SetProperty(it => it.State, DeliveryState.Sending).SetProperty(it => it.Attempts, it => it.Attempts + 1),
                cancellationToken);
            var platformId = (cutOff ? await channel.FindAsync(envelope, cancellationToken) : null)
                ?? await channel.SendAsync(envelope, cancellationToken);
            await row.ExecuteUpdateAsync(
                set => set.SetProperty(it => it.State, DeliveryState.Sent).SetProperty(it => it.SentAt, now)
                    .SetProperty(it => it.PlatformId, platformId).SetProperty(it => it.Error, (string?)null),
                cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(error, delivery.DeliveryId, delivery.WorkspaceId);
            var refused = error as ChannelException;
            var giveUp = refused is { Permanent: true } || delivery.Attempts + 1 >= MostAttempts;
            var later = now + (refused?.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, delivery.Attempts))));
            // A platform's refusal is certain. Anything else may have happened after the message got there, so it stays "sending".
            var state = giveUp ? DeliveryState.Failed : refused is null ? DeliveryState.Sending : DeliveryState.Pending;
            await row.ExecuteUpdateAsync(
                set => set.SetProperty(it => it.State, state).SetProperty(it => it.NotBefore, later)
                    .SetProperty(it => it.Error, refused == null ? error.GetType().Name : refused.Message),
                cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {DeliveryId} in workspace {WorkspaceId} could not be sent.")]
    private partial void Failed(Exception error, Guid deliveryId, string workspaceId);
}
