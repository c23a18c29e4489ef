using System.Text.Json;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// Where every message goes that is not the direct answer to a command: it is written down in the transaction of what caused it,
/// and sent after the commit by the <see cref="DeliveryWorker"/>.
/// </summary>
internal sealed class Outbox(BotDb db)
{
    /// <summary>Writes down a direct message to a member of the workspace, and returns the delivery's id.</summary>
    public Guid ToMember(string kind, string memberId, Message message, DateTimeOffset now) =>
        Add(kind, memberId, new Conversation("", IsDirect: true), null, message, now);

    /// <summary>Writes down a post that everybody in the channel sees.</summary>
    public Guid ToChannel(string kind, string channelId, Message message, DateTimeOffset now) =>
        Add(kind, "", Conversation.InChannel(channelId), null, message, now);

    /// <summary>Writes down an answer that only one member sees, in the conversation where they asked.</summary>
    public Guid Answer(string memberId, Conversation conversation, Message message, DateTimeOffset now) =>
        Add("answer", memberId, conversation, conversation.IsDirect ? null : memberId, message, now);

    private Guid Add(string kind, string memberId, Conversation conversation, string? ephemeralFor, Message message, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        db.Add(new Outgoing
        {
            DeliveryId = id,
            Kind = kind,
            MemberId = memberId,
            ConversationId = conversation.Id,
            IsDirect = conversation.IsDirect,
            EphemeralFor = ephemeralFor,
            Body = JsonSerializer.Serialize(message, ChatJson.Default.Message),
            CreatedAt = now,
            NotBefore = now,
        });
        return id;
    }
}
