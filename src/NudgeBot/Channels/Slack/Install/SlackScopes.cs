namespace NudgeBot.Channels.Slack.Install;

/// <summary>What NudgeBot asks a workspace for, and why.</summary>
internal static class SlackScopes
{
    /// <summary>Reads Slack's list, which commas separate.</summary>
    public static IReadOnlySet<string> Read(string? scopes) =>
        (scopes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
}
