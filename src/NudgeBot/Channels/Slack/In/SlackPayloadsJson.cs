using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack.In;

/// <summary>How Slack's payloads are read: only what is used, all of it optional, since Slack adds and leaves out fields at any time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(SlackCommandPayload))]
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SlackEventEnvelope))]
[JsonSerializable(typeof(SlackEvent))]
[JsonSerializable(typeof(SlackDirectoryUser))]
internal sealed partial class SlackPayloadsJson : JsonSerializerContext;
