namespace NudgeBot.Channels.Slack;

/// <summary>Names the texts of what comes in.</summary>
internal sealed class SlackInboundText;
