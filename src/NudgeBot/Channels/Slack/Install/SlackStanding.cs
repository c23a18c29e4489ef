namespace NudgeBot.Channels.Slack.Install;

/// <summary>How NudgeBot stands with Slack at this moment, for the probes of operators.</summary>
internal sealed class SlackStanding
{
    private volatile string? problem = "Slack was not asked yet.";

    /// <summary>What is wrong and what to do about it; null when all is well.</summary>
    public string? Problem
    {
        get => problem;
        set => problem = value;
    }
}
