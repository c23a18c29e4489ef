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

    /// <summary>The conversation of a delivery, or null when its receiver blocked the bot.</summary>
    public async Task<Conversation?> OfAsync(Outgoing delivery, CancellationToken cancellationToken)
    {
        if (delivery.ConversationId.Length > 0)
            return new(delivery.ConversationId, delivery.IsDirect);
        var mailbox = await db.Set<Mailbox>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.WorkspaceId == delivery.WorkspaceId && row.MemberId == delivery.MemberId, cancellationToken);
        return mailbox switch
        {
            null => Conversation.With(delivery.MemberId),
            { BlockedAt: not null } => null,
            { ConversationId: "" } => Conversation.With(delivery.MemberId),
            _ => new(mailbox.ConversationId, IsDirect: true),
        };
    }
}
