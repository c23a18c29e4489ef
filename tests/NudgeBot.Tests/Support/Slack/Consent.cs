namespace NudgeBot.Tests.Support.Slack;

/// <summary>What the person at the authorize page does.</summary>
internal sealed record Consent
{
    public string User { get; init; } = "U3";

    public bool Cancels { get; init; }

    /// <summary>Null: the first workspace.</summary>
    public SlackWorkspace? Workspace { get; init; }

    /// <summary>Installs for this whole organisation instead of a workspace.</summary>
    public string? EnterpriseId { get; init; }

    public string? EnterpriseName { get; init; }

    /// <summary>The workspaces of the organisation that the app is added to at once.</summary>
    public IReadOnlyList<SlackWorkspace> Granted { get; init; } = [];
}
