namespace NudgeBot.Channels.Slack.Install;

/// <summary>A workspace or an organisation into which NudgeBot comes, for the first time or again.</summary>
/// <param name="WorkspaceId">The tenant: the team's id, or the organisation's where that installed NudgeBot as a whole.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Token">The bot token.</param>
/// <param name="Scopes">What was granted, separated by commas.</param>
/// <param name="RefreshToken">Renews the token; null where tokens do not rotate.</param>
/// <param name="ExpiresAt">When the token ends, UTC; null where tokens do not rotate.</param>
internal sealed record SlackArrival(
    string WorkspaceId, string Name, string? EnterpriseId, bool IsEnterprise, string AppId, string BotUserId, string? BotId, string Token, string Scopes,
    string? RefreshToken = null, DateTimeOffset? ExpiresAt = null, string? InstalledBy = null)
{
    /// <summary>Says nothing of the tokens.</summary>
    public override string ToString() => $"SlackArrival {WorkspaceId}";
}
