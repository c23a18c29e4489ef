using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Workspaces;

/// <summary>Asks the platform that serves the workspace which channels a member may post to.</summary>
internal sealed class PostableChannels(BotDb db, IEnumerable<IChannelList> lists, PlatformQuestion platform)
{
    public async Task<IReadOnlyList<PostableChannel>> OfAsync(string memberId, CancellationToken cancellationToken)
    {
        var adapter = await db.Set<Workspace>().Select(row => row.Channel).SingleAsync(cancellationToken);
        var channels = lists.Single(list => list.Name == adapter);
        return await platform.AskAsync(token => channels.ChannelsAsync(db.WorkspaceId!, memberId, token), cancellationToken);
    }
}
