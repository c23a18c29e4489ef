using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>Finds where deliveries go when they are sent: by which adapter, to which conversation.</summary>
internal sealed class Addresses(BotDb db)
{
    /// <summary>The adapter that serves a workspace.</summary>
    public Task<string> ChannelAsync(string workspaceId, CancellationToken cancellationToken) =>
        db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.WorkspaceId == workspaceId).Select(row => row.Channel).SingleAsync(cancellationToken);

    /// <summary>The conversations of deliveries of one workspace, in the same order; null where the receiver blocked the bot.</summary>
    public async Task<IReadOnlyList<Conversation?>> OfAsync(string workspaceId, IReadOnlyList<Outgoing> deliveries, CancellationToken cancellationToken)
    {
        var members = deliveries.Where(delivery => delivery.ConversationId.Length == 0).Select(delivery => delivery.MemberId).Distinct().ToList();
        var mailboxes = members.Count == 0
            ? []
            : await db.Set<Mailbox>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking()
                .Where(row => row.WorkspaceId == workspaceId && members.Contains(row.MemberId)).ToDictionaryAsync(row => row.MemberId, cancellationToken);
        return [.. deliveries.Select(Of)];

        Conversation? Of(Outgoing delivery) =>
            delivery.ConversationId.Length > 0 ? new(delivery.ConversationId, delivery.IsDirect)
            : mailboxes.GetValueOrDefault(delivery.MemberId) switch
            {
                null or { BlockedAt: null, ConversationId: "" } => Conversation.With(delivery.MemberId),
                { BlockedAt: not null } => null,
                var mailbox => new(mailbox.ConversationId, IsDirect: true),
            };
    }
}
