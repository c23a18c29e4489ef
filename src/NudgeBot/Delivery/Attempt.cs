using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>One try to send one delivery, and its writing down.</summary>
internal sealed class Attempt(UnitOfWork unitOfWork, Leases leases, Outgoing delivery, DateTimeOffset now)
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

    /// <summary>Marks it as being sent. Returns false when somebody else tried meanwhile, or serves the workspace now.</summary>
    public async Task<bool> BeginAsync(CancellationToken cancellationToken) =>
        await unitOfWork.MarkAsync(db => Row(db).Where(row => row.Attempts == delivery.Attempts && row.State == delivery.State
            && db.Set<Workspace>().IgnoreQueryFilters().Any(workspace => workspace.WorkspaceId == delivery.WorkspaceId && workspace.LeaseHolder == leases.Holder)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Sending).SetProperty(row => row.Attempts, row => row.Attempts + 1),
            cancellationToken), cancellationToken) == 1;

    /// <summary>Asks the platform for what an earlier try may have sent; null when nothing is there.</summary>
    public async Task<string?> LookUpAsync(IChannel channel, Envelope envelope, CancellationToken cancellationToken)
    {
        var found = isUnknown ? await channel.FindAsync(envelope, cancellationToken) : null;
        isUnknown = false;
        return found;
    }

    public Task SentAsync(string platformId, CancellationToken cancellationToken) =>
        unitOfWork.MarkAsync(db => Row(db).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Sent).SetProperty(row => row.SentAt, now)
                .SetProperty(row => row.PlatformId, platformId).SetProperty(row => row.Error, (string?)null),
            cancellationToken), cancellationToken);

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
        return unitOfWork.MarkAsync(db => Ours(db).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.NotBefore, later).SetProperty(row => row.Error, reason),
            cancellationToken), cancellationToken);
    }

    /// <summary>Writes down that the receiver is not to be written to until they write.</summary>
    public Task BlockAsync(CancellationToken cancellationToken) =>
        unitOfWork.RunAsync(delivery.WorkspaceId, delivery.MemberId, async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            if (await db.Set<Mailbox>().SingleOrDefaultAsync(row => row.MemberId == delivery.MemberId, cancellationToken) is { } mailbox)
                mailbox.BlockedAt = now;
            else
                db.Add(new Mailbox { MemberId = delivery.MemberId, ConversationId = "", BlockedAt = now });
            return true;
        }, cancellationToken);

    /// <summary>Writes down that the workspace removed the bot, so that nothing more is done for it.</summary>
    public Task RemoveAsync(CancellationToken cancellationToken) =>
        unitOfWork.MarkAsync(
            db => db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.WorkspaceId == delivery.WorkspaceId && row.RemovedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, now), cancellationToken),
            cancellationToken);

    public Task GiveUpAsync(string reason, CancellationToken cancellationToken) =>
        unitOfWork.MarkAsync(
            db => Row(db).Where(row => row.State != DeliveryState.Sent && row.Attempts <= delivery.Attempts + 1)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Failed).SetProperty(row => row.Error, reason), cancellationToken),
            cancellationToken);

    /// <summary>The platform's id of the message whose place this one takes; null for a new message.</summary>
    private async Task<string?> ReplacedAsync(CancellationToken cancellationToken) =>
        delivery.Replaces is not { } earlier
            ? delivery.ReplacesMessage
            : await unitOfWork.ReadAsync(delivery.WorkspaceId, "", services => Rows(services.GetRequiredService<BotDb>())
                .Where(row => row.DeliveryId == earlier).Select(row => row.PlatformId).SingleAsync(cancellationToken))
                ?? throw new ChannelException("The message whose place it takes has not been sent yet.");

    /// <summary>The row while this is the latest try of it, and no other process has sent it meanwhile.</summary>
    private IQueryable<Outgoing> Ours(BotDb db) => Row(db).Where(row => row.State == DeliveryState.Sending && row.Attempts == delivery.Attempts + 1);

    private IQueryable<Outgoing> Row(BotDb db) => Rows(db).Where(row => row.DeliveryId == delivery.DeliveryId);

    private IQueryable<Outgoing> Rows(BotDb db) =>
        db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.WorkspaceId == delivery.WorkspaceId);
}
