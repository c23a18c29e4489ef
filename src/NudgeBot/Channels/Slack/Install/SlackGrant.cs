using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>What <c>oauth.v2.access</c> gives for a code or for a refresh token.</summary>
internal sealed record SlackGrant : SlackAnswer
{
    public string? AccessToken { get; init; }

    public string? TokenType { get; init; }

    public string? Scope { get; init; }

    public string? BotUserId { get; init; }

    public string? AppId { get; init; }

    /// <summary>Null where a whole organisation installed NudgeBot.</summary>
    public SlackNamed? Team { get; init; }

    public SlackNamed? Enterprise { get; init; }

    public bool? IsEnterpriseInstall { get; init; }

    public SlackNamed? AuthedUser { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>In how many seconds the token ends; null where tokens do not rotate.</summary>
    public long? ExpiresIn { get; init; }

    /// <summary>Says nothing of the tokens.</summary>
    public override string ToString() => $"SlackGrant {Error}";
}

/// <summary>Something of Slack's that has an id, and often a name.</summary>
internal sealed record SlackNamed(string? Id, string? Name);
