using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// Where every message goes that is not the direct answer to a command: it is written down in the transaction of what caused it,
/// and sent after the commit by the <see cref="DeliveryWorker"/>.
/// </summary>
internal sealed class Outbox(BotDb db)
{
    private Cause? cause;

    /// <summary>Whatever is written down from here on follows from something that fell due.</summary>
    public void Follow(Cause due) => cause = due;

    /// <summary>Writes down a direct message to a member of the workspace, and returns the delivery's id.</summary>
    public Guid ToMember(string kind, string memberId, Message message, DateTimeOffset now) =>
        Add(kind, memberId, new Conversation("", IsDirect: true), null, message, now);

    /// <summary>Writes down a post that everybody in the channel sees.</summary>
    public Guid ToChannel(string kind, string channelId, Message message, DateTimeOffset now) =>
        Add(kind, "", Conversation.InChannel(channelId), null, message, now);

    /// <summary>
    /// Writes down what shall stand in a channel in place of an earlier post, and returns the new delivery's id. A post that still waits to
    /// be sent changes as well, so that nobody sees what was taken back.
    /// </summary>
    public async Task<Guid> ReplaceAsync(Guid deliveryId, Message message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var earlier = await db.Set<Outgoing>().SingleAsync(row => row.DeliveryId == deliveryId, cancellationToken);
        if (earlier.State is not DeliveryState.Sent)
            earlier.Body = JsonSerializer.Serialize(message, ChatJson.Default.Message);
        return Add(earlier.Kind, earlier.MemberId, new Conversation(earlier.ConversationId, earlier.IsDirect), null, message, now, deliveryId);
    }

    /// <summary>Writes down an answer that only the one who did something sees, where they did it.</summary>
    public Guid Answer(Incoming incoming, Message message, DateTimeOffset now)
    {
        var (memberId, conversation) = (incoming.MemberId, incoming.Conversation);
        var pressed = message.Replaces ? (incoming as PressedAction)?.MessageId : null;
        return Add("answer", memberId, conversation, conversation.IsDirect ? null : memberId, message, now, null, pressed, incoming.AnswerAddress);
    }

    private Guid Add(
        string kind, string memberId, Conversation conversation, string? ephemeralFor, Message message, DateTimeOffset now, Guid? replaces = null,
        string? replacesMessage = null, string? answerAddress = null)
    {
        var id = cause?.NextId() ?? Guid.CreateVersion7(now);
        db.Add(new Outgoing
        {
            DeliveryId = id,
            Kind = kind,
            MemberId = memberId,
            ConversationId = conversation.Id,
            IsDirect = conversation.IsDirect,
            EphemeralFor = ephemeralFor,
            Replaces = replaces,
            ReplacesMessage = replacesMessage,
            AnswerAddress = answerAddress,
            // What may be there already is looked up first, like what a crash cut off.
            State = cause?.MayHaveRun == true ? DeliveryState.Sending : DeliveryState.Pending,
            Body = JsonSerializer.Serialize(message, ChatJson.Default.Message),
            CreatedAt = now,
            NotBefore = now,
        });
        return id;
    }
}
