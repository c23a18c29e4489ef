namespace NudgeBot.Channels.Slack.Socket;

/// <summary>How patient Socket Mode is.</summary>
internal sealed record SlackSocketPace
{
    /// <summary>How often a connection is asked whether it lives. Half-open ones keep their place among the ten that Slack allows, and swallow what it sends there.</summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long Slack may take to answer that.</summary>
    public TimeSpan Pong { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a new connection may take until Slack greets.</summary>
    public TimeSpan Hello { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the last answers of a connection that was replaced may take.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection that ended sooner counts as one that failed.</summary>
    public TimeSpan Stable { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait before the next try: 1 second, doubling, at most a minute; of that somewhere between half and all, so that replicas do not come together.</summary>
    public TimeSpan Wait(int failures) =>
        TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(failures - 1, 10))) * (0.5 + (Random.Shared.NextDouble() / 2)));
}
