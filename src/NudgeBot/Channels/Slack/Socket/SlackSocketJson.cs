using System.Text.Json;
using System.Text.Json.Serialization;
using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Socket;

/// <summary>What comes over a socket.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackFrame))]
[JsonSerializable(typeof(SlackSocketTicket))]
internal sealed partial class SlackSocketJson : JsonSerializerContext;

/// <summary>A greeting, a farewell, or an envelope with what happened.</summary>
internal sealed record SlackFrame(string? Type, string? EnvelopeId, bool? AcceptsResponsePayload, JsonElement Payload, string? Reason, int? NumConnections);

/// <summary>The answer of <c>apps.connections.open</c>.</summary>
internal sealed record SlackSocketTicket : SlackAnswer
{
    public string? Url { get; init; }
}
