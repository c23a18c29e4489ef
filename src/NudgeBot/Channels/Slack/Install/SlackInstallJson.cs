using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>What Slack answers while NudgeBot is being installed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackIdentity))]
[JsonSerializable(typeof(SlackGrant))]
[JsonSerializable(typeof(SlackBotInfo))]
[JsonSerializable(typeof(SlackSocketAddress))]
internal sealed partial class SlackInstallJson : JsonSerializerContext;
