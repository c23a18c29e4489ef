using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>One try to send one delivery, and its writing down.</summary>
internal sealed class Attempt(BotDb db, Outgoing delivery, DateTimeOffset now)
{
    /// <summary>True while an earlier try ended without a word, so that the message may have got there.</summary>
    private bool isUnknown = delivery.State == DeliveryState.Sending;

    public Outgoing Delivery => delivery;

    public bool IsTooOld => now - delivery.CreatedAt > Sender.Patience;

    /// <summary>How long to wait after the given number of tries: 5 seconds, doubling, at most an hour.</summary>
    public static TimeSpan Wait(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, Math.Min(attempts, 20))));

    /// <exception cref="ChannelException">It takes the place of a message that has not been sent yet.</exception>
    public async Task<Envelope> EnvelopeAsync(Conversation conversation, CancellationToken cancellationToken) => new(
        delivery.DeliveryId, delivery.WorkspaceId, conversation, delivery.EphemeralFor,
        JsonSerializer.Deserialize(delivery.Body, ChatJson.Default.Message)!, await ReplacedAsync(cancellationToken), now, delivery.AnswerAddress);

    /// <summary>Marks it as being sent. Returns false when somebody else tried meanwhile.</summary>
    public async Task<bool> BeginAsync(CancellationToken cancellationToken) =>
        await Row.Where(row => row.Attempts == delivery.Attempts && row.State == delivery.State).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Sending).SetProperty(row => row.Attempts, row => row.Attempts + 1),
            cancellationToken) == 1;

    /// <summary>Asks the platform for what an earlier try may have sent; null when nothing is there.</summary>
    public async Task<string?> LookUpAsync(IChannel channel, Envelope envelope, CancellationToken cancellationToken)
    {
        var found = isUnknown ? await channel.FindAsync(envelope, cancellationToken) : null;
        isUnknown = false;
        return found;
    }

    public Task SentAsync(string platformId, CancellationToken cancellationToken) =>
        Row.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Sent).SetProperty(row => row.SentAt, now)
                .SetProperty(row => row.PlatformId, platformId).SetProperty(row => row.Error, (string?)null),
            cancellationToken);

    /// <summary>
    /// Tries again later. A platform's refusal to send is certain; anything else may have happened after the message got there, so it stays
    /// "sending" and is looked up first, as it does when looking it up was refused.
    /// </summary>
    public Task PutOffAsync(Exception error, CancellationToken cancellationToken)
    {
        var refused = error as ChannelException;
        var later = now + (refused?.RetryAfter ?? Wait(delivery.Attempts));
        var state = refused is null || isUnknown ? DeliveryState.Sending : DeliveryState.Pending;
        var reason = refused?.Message ?? error.GetType().Name;
        return Row.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.NotBefore, later).SetProperty(row => row.Error, reason),
            cancellationToken);
    }

    /// <summary>Writes down that the receiver is not to be written to until they write.</summary>
    public async Task BlockAsync(CancellationToken cancellationToken)
    {
        var mailboxes = db.Set<Mailbox>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.WorkspaceId == delivery.WorkspaceId && row.MemberId == delivery.MemberId);
        if (await mailboxes.ExecuteUpdateAsync(set => set.SetProperty(row => row.BlockedAt, now), cancellationToken) > 0)
            return;
        db.Add(new Mailbox { WorkspaceId = delivery.WorkspaceId, MemberId = delivery.MemberId, ConversationId = "", BlockedAt = now });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes down that the workspace removed the bot, so that nothing more is done for it.</summary>
    public Task RemoveAsync(CancellationToken cancellationToken) =>
        db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.WorkspaceId == delivery.WorkspaceId && row.RemovedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, now), cancellationToken);

    public Task GiveUpAsync(string reason, CancellationToken cancellationToken) =>
        Row.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Failed).SetProperty(row => row.Error, reason), cancellationToken);

    /// <summary>The platform's id of the message whose place this one takes; null for a new message.</summary>
    private async Task<string?> ReplacedAsync(CancellationToken cancellationToken) =>
        delivery.Replaces is not { } earlier
            ? delivery.ReplacesMessage
            : await Rows.Where(row => row.DeliveryId == earlier).Select(row => row.PlatformId).SingleAsync(cancellationToken)
                ?? throw new ChannelException("The message whose place it takes has not been sent yet.");

    private IQueryable<Outgoing> Row => Rows.Where(row => row.DeliveryId == delivery.DeliveryId);

    private IQueryable<Outgoing> Rows =>
        db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.WorkspaceId == delivery.WorkspaceId);
}
