namespace NudgeBot.Channels.Slack.Cards;

/// <summary>One message as Slack takes it. The text stands for the blocks in notifications and for screen readers.</summary>
internal sealed record SlackMessage(string Text, IReadOnlyList<SlackBlock> Blocks);

/// <summary>
/// A message as the answer to a command's request or for a response address (docs.slack.dev/interactivity/handling-user-interaction).
/// Only the one who acted sees it unless <paramref name="ResponseType"/> is <c>in_channel</c>.
/// </summary>
internal sealed record SlackResponse(
    string Text, IReadOnlyList<SlackBlock> Blocks, string ResponseType = SlackResponse.Ephemeral, bool ReplaceOriginal = false)
{
    public const string Ephemeral = "ephemeral";

    public bool UnfurlLinks => false;

    public bool UnfurlMedia => false;

    public static SlackResponse Of(SlackMessage message, bool replaces = false) => new(message.Text, message.Blocks, ReplaceOriginal: replaces);
}
