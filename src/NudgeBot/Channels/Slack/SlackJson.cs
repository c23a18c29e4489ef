using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack;

/// <summary>Slack's JSON: snake case; loose in what is read, since Slack adds fields at any time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackAnswer))]
internal sealed partial class SlackJson : JsonSerializerContext;
