using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack;

/// <summary>What every answer of Slack's Web API has.</summary>
internal record SlackAnswer
{
    public bool Ok { get; init; }

    /// <summary>Slack's code of what went wrong, such as <c>channel_not_found</c>.</summary>
    public string? Error { get; init; }

    /// <summary>The scope that was missing.</summary>
    public string? Needed { get; init; }

    [JsonPropertyName("response_metadata")]
    public SlackPaging? Paging { get; init; }
}

/// <summary>Where the next page of a list begins.</summary>
internal sealed record SlackPaging([property: JsonPropertyName("next_cursor")] string? NextCursor);
