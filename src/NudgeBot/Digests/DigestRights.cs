using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Digests;

/// <summary>Who may decide about a channel's digest: the workspace's admins, and those who manage the channel where the platform knows such.</summary>
internal sealed class DigestRights(BotDb db, IEnumerable<IChannelManagers> platforms, PlatformQuestion question)
{
    public async Task<bool> MayDecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await db.Set<Account>().AnyAsync(row => row.AccountId == turn.MemberId && row.IsAdmin && row.IsActive, cancellationToken))
            return true;
        var adapter = await db.Set<Workspace>().Select(row => row.Channel).SingleAsync(cancellationToken);
        return platforms.FirstOrDefault(platform => platform.Name == adapter) is { } managers
            && await question.AskAsync(token => managers.MayManageAsync(turn.WorkspaceId, turn.Conversation.Id, turn.MemberId, token), cancellationToken);
    }
}
