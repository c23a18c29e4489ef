using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>What <c>bots.info</c> says.</summary>
internal sealed record SlackBotInfo : SlackAnswer
{
    public SlackBotEntry? Bot { get; init; }
}

/// <summary>A bot's entry in the directory.</summary>
internal sealed record SlackBotEntry(string? AppId);
