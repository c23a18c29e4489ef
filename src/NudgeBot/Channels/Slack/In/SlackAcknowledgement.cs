using System.Text.Json.Nodes;

namespace NudgeBot.Channels.Slack.In;

/// <summary>What a request of Slack's is answered with.</summary>
/// <param name="Body">The JSON to answer; null where an acknowledgement is all.</param>
internal sealed record SlackAcknowledgement(JsonNode? Body = null)
{
    public static SlackAcknowledgement Empty { get; } = new();

    /// <summary>The payload cannot be read, and nothing was stored. The same again would fare no better.</summary>
    public static SlackAcknowledgement Broken { get; } = new() { Outcome = SlackOutcome.Broken };

    /// <summary>It could not be kept in time; Slack sends events again.</summary>
    public static SlackAcknowledgement Later { get; } = new() { Outcome = SlackOutcome.Later };

    /// <summary>Says by another way what the body says, where the acknowledgement does not get through; null where nothing is said.</summary>
    public Func<Task>? Unsaid { get; init; }

    public SlackOutcome Outcome { get; private init; }
}

/// <summary>Whether a request was taken.</summary>
internal enum SlackOutcome
{
    Taken,
    Broken,
    Later,
}
