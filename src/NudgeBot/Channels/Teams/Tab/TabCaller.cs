namespace NudgeBot.Channels.Teams.Tab;

/// <summary>Who looks at the tab, as their token proves.</summary>
/// <param name="WorkspaceId">The tenant.</param>
/// <param name="MemberId">The account's object id in Entra.</param>
/// <param name="MayRead">Whether the token was given for the tab; else it is one for something else of the same app.</param>
internal sealed record TabCaller(string WorkspaceId, string MemberId, bool MayRead);
