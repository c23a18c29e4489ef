using Microsoft.EntityFrameworkCore;
using NudgeBot.Inbox;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams.Install;

/// <summary>Tells an operator whether Teams reaches NudgeBot: a number and an instant, and nothing of what anybody wrote.</summary>
internal sealed class TeamsHeard(IServiceScopeFactory scopes)
{
    /// <summary>How many conversations NudgeBot is part of, and when the last message or press of those that are still remembered came.</summary>
    public async Task<(int Conversations, DateTimeOffset? LastAt)> AskAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var conversations = await db.Set<TeamsConversation>().IgnoreQueryFilters([BotDb.OwnerFilter]).CountAsync(row => row.RemovedAt == null, cancellationToken);
        var lastAt = await db.Set<InboxEntry>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.Channel == TeamsServices.ChannelName)
            .OrderByDescending(row => row.At).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellationToken);
        return (conversations, lastAt);
    }
}
