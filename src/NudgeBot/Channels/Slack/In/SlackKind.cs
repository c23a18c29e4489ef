namespace NudgeBot.Channels.Slack.In;

/// <summary>What Slack sends, over HTTP and over a socket alike.</summary>
internal enum SlackKind
{
    Command,

    /// <summary>Buttons, forms, shortcuts, suggestions.</summary>
    Interaction,

    Event,
}
