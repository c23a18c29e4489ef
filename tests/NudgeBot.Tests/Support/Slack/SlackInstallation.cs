namespace NudgeBot.Tests.Support.Slack;

/// <summary>An app in a workspace, or in all of an organisation's workspaces that it was added to.</summary>
internal sealed class SlackInstallation
{
    public required SlackApp App { get; init; }

    /// <summary>Null for an installation of the whole organisation.</summary>
    public SlackWorkspace? Workspace { get; init; }

    /// <summary>The organisation of an org-wide installation.</summary>
    public string? EnterpriseId { get; init; }

    public string? EnterpriseName { get; init; }

    public bool IsOrg => Workspace is null;

    /// <summary>Workspaces of the organisation that the app was added to.</summary>
    public List<SlackWorkspace> Granted { get; } = [];

    public required string BotUserId { get; init; }

    public required string BotId { get; init; }

    public required string InstalledBy { get; set; }

    public List<string> Scopes { get; } = [];

    /// <summary>Its bot tokens, the latest last.</summary>
    public List<SlackToken> Tokens { get; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>The token that works now.</summary>
    public string Token => Tokens[^1].Value;

    public bool Covers(SlackWorkspace workspace) => Workspace == workspace || Granted.Contains(workspace);
}

internal enum TokenKind
{
    Bot,
    App,
}

/// <summary>A bearer token and what it may do.</summary>
internal sealed class SlackToken
{
    public required string Value { get; init; }

    public required TokenKind Kind { get; init; }

    public required SlackApp App { get; init; }

    public SlackInstallation? Installation { get; init; }

    public IReadOnlyCollection<string> Scopes => Kind is TokenKind.App ? ["connections:write", "authorizations:read"] : Installation!.Scopes;

    /// <summary>When it stops working, with rotation.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public bool IsRevoked { get; set; }

    public string? RefreshToken { get; init; }

    public bool IsRefreshUsed { get; set; }
}
