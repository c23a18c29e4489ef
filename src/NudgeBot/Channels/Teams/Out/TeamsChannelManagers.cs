using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>Who looks after a channel in Teams: whoever added NudgeBot to the team or chat. (Who owns a team, bots are not told.)</summary>
internal sealed class TeamsChannelManagers(TeamsRooms rooms) : IChannelManagers
{
    public string Name => TeamsServices.ChannelName;

    public async Task<bool> MayManageAsync(string workspaceId, string channelId, string memberId, CancellationToken cancellationToken) =>
        await rooms.AdderAsync(workspaceId, TeamsIds.Room(channelId)) == memberId;
}
