namespace NudgeBot.Tests.Support.Slack.World;

/// <summary>The right to open one modal within three seconds of what a user did.</summary>
internal sealed record Trigger(string User, SlackWorkspace Workspace, SlackInstallation Installation)
{
    public string Id { get; init; } = "";

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The modal it was done in, if any.</summary>
    public SlackView? View { get; init; }

    public bool IsUsed { get; set; }
}
