using System.Text.Json;
using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>What every answer of Slack's Web API has.</summary>
internal record SlackAnswer
{
    public bool Ok { get; init; }

    /// <summary>Slack's code of what went wrong, such as <c>channel_not_found</c>.</summary>
    public string? Error { get; init; }

    /// <summary>The scope that was missing.</summary>
    public string? Needed { get; init; }

    /// <summary>What is wrong with blocks: texts or objects, by the method.</summary>
    public JsonElement? Errors { get; init; }

    [JsonPropertyName("response_metadata")]
    public SlackPaging? Paging { get; init; }

    /// <summary>What the token that called may do, separated by commas; it stands in the head of the answer.</summary>
    [JsonIgnore]
    public string? Granted { get; set; }

    /// <summary>When Slack answered, by its own clock.</summary>
    [JsonIgnore]
    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>Where the next page of a list begins.</summary>
internal sealed record SlackPaging([property: JsonPropertyName("next_cursor")] string? NextCursor);

/// <summary>A message was posted or changed.</summary>
internal sealed record SlackPosted : SlackAnswer
{
    public string? Channel { get; init; }

    public string? Ts { get; init; }

    /// <summary>An ephemeral message's time stamp.</summary>
    public string? MessageTs { get; init; }
}

/// <summary>A conversation was opened or joined.</summary>
internal sealed record SlackOpened : SlackAnswer
{
    public SlackConversation? Channel { get; init; }
}

/// <summary>What a channel's list says about one.</summary>
internal sealed record SlackConversation
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Creator { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Shared with another organisation (Slack Connect).</summary>
    public bool IsExtShared { get; init; }
}

/// <summary>A page of channels.</summary>
internal sealed record SlackConversations : SlackAnswer
{
    public IReadOnlyList<SlackConversation>? Channels { get; init; }
}

/// <summary>One channel.</summary>
internal sealed record SlackConversationInfo : SlackAnswer
{
    public SlackConversation? Channel { get; init; }
}

/// <summary>The workspaces of an organisation in which NudgeBot is.</summary>
internal sealed record SlackTeams : SlackAnswer
{
    public IReadOnlyList<SlackTeam>? Teams { get; init; }
}

/// <summary>One of them.</summary>
internal sealed record SlackTeam(string? Id);
