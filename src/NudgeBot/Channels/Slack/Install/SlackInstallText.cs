namespace NudgeBot.Channels.Slack.Install;

/// <summary>Names the texts of the pages that one meets while installing.</summary>
internal sealed class SlackInstallText;
