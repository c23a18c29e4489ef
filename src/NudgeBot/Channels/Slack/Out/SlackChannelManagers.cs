using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Who looks after a channel in Slack: the one who made it. (Its "channel managers" are told only to apps of whole organisations.)</summary>
internal sealed class SlackChannelManagers(SlackClient slack, SlackInstallations installations) : IChannelManagers
{
    public string Name => SlackServices.ChannelName;

    public async Task<bool> MayManageAsync(string workspaceId, string channelId, string memberId, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(workspaceId, cancellationToken) is not { } access)
            return false;
        var answer = await slack.CallAsync(
            new("conversations.info", access.WorkspaceId, access.Token, ("channel", channelId)), SlackJson.Default.SlackConversationInfo, cancellationToken);
        return answer.Channel?.Creator == memberId;
    }
}
