using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local;

/// <summary>The built-in platform's own memory of who said what, and the place where listeners hear of it.</summary>
internal sealed class LocalChat(UnitOfWork unitOfWork, LocalStream stream)
{
    /// <summary>Keeps messages that belong to one conversation, and tells those who listen. A repeated event gets what was kept before.</summary>
    public async Task<IReadOnlyList<LocalMessage>> PostAsync(
        Conversation conversation, string from, string? ephemeralFor, IReadOnlyList<Message> messages, DateTimeOffset at,
        CancellationToken cancellationToken, Guid? deliveryId = null, long? pressed = null, string? eventId = null)
    {
        var isNew = true;
        var posted = await unitOfWork.RunAsync(LocalWorkspace.Id, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            if (eventId is not null
                && await db.Set<LocalMessage>().Where(row => row.EventId == eventId && row.From == from).OrderBy(row => row.MessageId).ToListAsync(cancellationToken)
                    is { Count: > 0 } before)
            {
                isNew = false;
                return before;
            }

            var last = await db.Set<LocalMessage>().MaxAsync(row => (long?)row.MessageId, cancellationToken) ?? 0;
            List<LocalMessage> rows = [.. messages.Select((message, index) => new LocalMessage
            {
                MessageId = last + 1 + index,
                ConversationId = conversation.Id,
                IsDirect = conversation.IsDirect,
                EphemeralFor = ephemeralFor,
                From = from,
                At = at,
                Body = JsonSerializer.Serialize(message, ChatJson.Default.Message),
                DeliveryId = deliveryId,
                EventId = eventId,
                Replaces = message.Replaces ? pressed : null,
            })];
            db.AddRange(rows);
            return rows;
        }, cancellationToken);
        foreach (var row in isNew ? posted : [])
            stream.Publish(row);
        return posted;
    }

    /// <summary>The messages of a member's direct chat or of a channel as the member sees it, oldest first, without those that were replaced.</summary>
    public Task<List<LocalMessage>> ReadAsync(Conversation conversation, string? memberId, long after, CancellationToken cancellationToken) =>
        unitOfWork.ReadAsync(LocalWorkspace.Id, "", services =>
        {
            var rows = services.GetRequiredService<BotDb>().Set<LocalMessage>().AsNoTracking();
            return rows
                .Where(row => row.ConversationId == conversation.Id && row.IsDirect == conversation.IsDirect && row.MessageId > after
                    && (row.EphemeralFor == null || row.EphemeralFor == memberId))
                .Where(row => !rows.Any(later => later.Replaces == row.MessageId))
                .OrderBy(row => row.MessageId)
                .ToListAsync(cancellationToken);
        });

    /// <summary>Everything after a message that a member sees in any conversation: what a listener missed.</summary>
    public Task<List<LocalMessage>> MissedAsync(string memberId, long after, CancellationToken cancellationToken) =>
        unitOfWork.ReadAsync(LocalWorkspace.Id, "", services => services.GetRequiredService<BotDb>().Set<LocalMessage>().AsNoTracking()
            .Where(row => row.MessageId > after
                && (row.IsDirect ? row.ConversationId == memberId : row.EphemeralFor == null || row.EphemeralFor == memberId))
            .OrderBy(row => row.MessageId).ToListAsync(cancellationToken));

    /// <summary>A message by its id, or null when the member cannot see it.</summary>
    public async Task<LocalMessage?> FindAsync(long messageId, string memberId, CancellationToken cancellationToken) =>
        await unitOfWork.ReadAsync(LocalWorkspace.Id, "", services => services.GetRequiredService<BotDb>().Set<LocalMessage>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.MessageId == messageId, cancellationToken)) is { } found && found.IsVisibleTo(memberId)
            ? found
            : null;

    /// <summary>The message that a delivery brought, or null.</summary>
    public Task<LocalMessage?> OfDeliveryAsync(Guid deliveryId, CancellationToken cancellationToken) =>
        unitOfWork.ReadAsync(LocalWorkspace.Id, "", services => services.GetRequiredService<BotDb>().Set<LocalMessage>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.DeliveryId == deliveryId, cancellationToken));
}
