namespace NudgeBot.Channels.Slack.Cards;

/// <summary>A modal or the Home tab (docs.slack.dev/reference/views).</summary>
internal sealed record SlackView(
    string Type, IReadOnlyList<SlackBlock> Blocks, SlackText? Title = null, SlackText? Submit = null, string? CallbackId = null,
    string? PrivateMetadata = null);
