using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>What <c>apps.connections.open</c> answers: an address of a WebSocket that is a secret, and that nobody here opens.</summary>
internal sealed record SlackSocketAddress : SlackAnswer;
