namespace NudgeBot.Channels.Slack.Install;

/// <summary>What is needed to speak for NudgeBot in a workspace.</summary>
/// <param name="WorkspaceId">The tenant: the team's id, or the organisation's where that installed NudgeBot as a whole.</param>
/// <param name="Token">The bot token. Never written anywhere.</param>
/// <param name="AppId">The app's id, or an empty text while Slack did not say.</param>
/// <param name="BotUserId">NudgeBot's own account there.</param>
/// <param name="BotId">NudgeBot's id as the author of messages.</param>
/// <param name="Scopes">What was granted; empty while Slack did not say.</param>
/// <param name="EnterpriseId">The organisation that the team belongs to, or that installed NudgeBot.</param>
/// <param name="IsEnterprise">Whether one token serves all teams of the organisation, so that lists must be asked for by team.</param>
internal sealed record SlackAccess(
    string WorkspaceId, string Token, string AppId, string BotUserId, string? BotId, IReadOnlySet<string> Scopes, string? EnterpriseId, bool IsEnterprise)
{
    /// <summary>Whether a scope was granted. While Slack did not say, it is taken as granted: Slack itself will refuse.</summary>
    public bool Has(string scope) => Scopes.Count == 0 || Scopes.Contains(scope);

    /// <summary>Says which workspace is meant, and nothing of the token.</summary>
    public override string ToString() => $"SlackAccess {WorkspaceId}";
}
