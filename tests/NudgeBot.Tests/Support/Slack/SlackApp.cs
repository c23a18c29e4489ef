namespace NudgeBot.Tests.Support.Slack;

/// <summary>An app as its settings page shows it: what signs requests, what installs, what opens sockets.</summary>
internal sealed class SlackApp
{
    public string Id { get; init; } = "A0NUDGEBOT";

    public string Name { get; init; } = "NudgeBot";

    public string ClientId { get; init; } = "1111111111.2222222222";

    public string ClientSecret { get; init; } = "client-secret-of-the-fake";

    /// <summary>Signs what is sent to the bot.</summary>
    public string SigningSecret { get; set; } = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>The secret before the last regeneration; Slack accepts both for a day, so may the bot.</summary>
    public string OldSigningSecret { get; set; } = "00000000000000000000000000000000";

    /// <summary>Opens Socket Mode connections and nothing else.</summary>
    public string AppToken { get; init; } = "xapp-1-A0NUDGEBOT-1-fake";

    /// <summary>The deprecated token in every payload.</summary>
    public string VerificationToken { get; init; } = "verification-token";

    /// <summary>Whether tokens live 12 hours and are refreshed.</summary>
    public bool TokenRotation { get; set; }

    /// <summary>Whether the app may be distributed org-wide.</summary>
    public bool OrgDeploy { get; set; } = true;

    /// <summary>Registered addresses to come back to; a sub-path of one is fine. Empty: any.</summary>
    public List<string> RedirectUrls { get; } = [];

    /// <summary>What an installation is granted unless the authorize page is asked for less.</summary>
    public List<string> Scopes { get; } =
    [
        "chat:write", "commands", "im:write", "im:history", "users:read", "team:read", "channels:read", "groups:read", "app_mentions:read",
        "users:read.email", "channels:join", "channels:history", "groups:history", "files:write", "dnd:read",
    ];
}
