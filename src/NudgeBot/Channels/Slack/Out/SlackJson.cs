using System.Text.Json.Serialization;
using NudgeBot.Channels.Slack.Cards;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Slack's JSON: snake case; loose in what is read, since Slack adds fields at any time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackAnswer))]
[JsonSerializable(typeof(SlackPosted))]
[JsonSerializable(typeof(SlackOpened))]
[JsonSerializable(typeof(SlackHistory))]
[JsonSerializable(typeof(SlackUpload))]
[JsonSerializable(typeof(SlackConversations))]
[JsonSerializable(typeof(SlackConversationInfo))]
[JsonSerializable(typeof(SlackTeams))]
[JsonSerializable(typeof(IReadOnlyList<SlackBlock>))]
[JsonSerializable(typeof(SlackView))]
[JsonSerializable(typeof(SlackResponse))]
[JsonSerializable(typeof(SlackMetadata))]
[JsonSerializable(typeof(IReadOnlyList<SlackUploaded>))]
internal sealed partial class SlackJson : JsonSerializerContext;
