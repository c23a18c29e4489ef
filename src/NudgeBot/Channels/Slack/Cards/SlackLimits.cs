namespace NudgeBot.Channels.Slack.Cards;

/// <summary>How much Slack takes, in characters or pieces (docs.slack.dev/reference/block-kit; @slack/types 3.2.0).</summary>
internal static class SlackLimits
{
    /// <summary>Blocks of a message.</summary>
    public const int MessageBlocks = 50;

    /// <summary>Blocks of a modal and of the Home tab.</summary>
    public const int ViewBlocks = 100;

    /// <summary>All the words of one message's blocks. Slack gives no number for <c>msg_blocks_too_long</c>; a markdown block's 12,000 is known to pass.</summary>
    public const int MessageWords = 12_000;

    /// <summary>The text that stands for the blocks; longer ones are refused by <c>chat.update</c>.</summary>
    public const int Fallback = 4000;

    /// <summary>A text object in a section, and a paragraph of rich text.</summary>
    public const int Text = 3000;

    public const int Header = 150;

    /// <summary>Elements of an actions block.</summary>
    public const int Actions = 25;

    /// <summary>Options of an overflow menu; less than two are refused.</summary>
    public const int OverflowMost = 5, OverflowLeast = 2;

    /// <summary>The label of a button or an option, an option's value, and what a screen reader says instead of a label.</summary>
    public const int Label = 75;

    public const int ButtonValue = 2000;

    public const int AltText = 2000;

    /// <summary>A modal's title and the labels of its buttons.</summary>
    public const int ModalTitle = 24;

    /// <summary>Label and hint of a field.</summary>
    public const int FieldLabel = 2000;

    public const int Metadata = 3000;

    /// <summary>What one can type into a field.</summary>
    public const int Input = 3000;

    /// <summary>Options of a menu, and of one group in it.</summary>
    public const int Options = 100;
}
