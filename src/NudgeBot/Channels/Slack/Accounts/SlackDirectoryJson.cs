using System.Text.Json.Serialization;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>Slack's answers about accounts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackUserAnswer))]
[JsonSerializable(typeof(SlackUsersAnswer))]
internal sealed partial class SlackDirectoryJson : JsonSerializerContext;

/// <summary>The answer of <c>users.info</c>.</summary>
internal sealed record SlackUserAnswer : SlackAnswer
{
    public SlackDirectoryUser? User { get; init; }
}

/// <summary>A page of <c>users.list</c>.</summary>
internal sealed record SlackUsersAnswer : SlackAnswer
{
    public IReadOnlyList<SlackDirectoryUser>? Members { get; init; }
}
