namespace NudgeBot.Channels.Slack.In;

/// <summary>Names the texts of what comes in.</summary>
internal sealed class SlackInboundText;
