using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Whose a token is: what <c>auth.test</c> says of it.</summary>
internal sealed record SlackIdentity : SlackAnswer
{
    /// <summary>The workspace's name, or the organisation's.</summary>
    public string? Team { get; init; }

    public string? TeamId { get; init; }

    public string? UserId { get; init; }

    public string? BotId { get; init; }

    public string? EnterpriseId { get; init; }

    public bool? IsEnterpriseInstall { get; init; }
}
