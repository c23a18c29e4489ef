namespace NudgeBot.Ledger;

/// <summary>What a story is told from.</summary>
/// <param name="Name">The person's whole name.</param>
/// <param name="Since">The earliest day that is known of.</param>
/// <param name="Events">What happened, in any order.</param>
/// <param name="LastContact">The latest help or touch; null when there was none.</param>
/// <param name="OpenNeeds">What the person is up to and could use help with.</param>
internal sealed record StoryFacts(
    string Name, DateOnly Since, IReadOnlyList<StoryEvent> Events, DateOnly? LastContact, IReadOnlyList<string> OpenNeeds);

/// <summary>One thing that happened between a member and a person.</summary>
/// <param name="Text">The member's words, or the employer; may be empty.</param>
internal sealed record StoryEvent(DateOnly On, StoryEventKind Kind, string Text);

/// <summary>What kind of thing happened.</summary>
internal enum StoryEventKind
{
    /// <summary>The first employer that is known.</summary>
    WorkedAt,

    /// <summary>A later employer.</summary>
    MovedTo,

    Gave,

    Received,

    Touch,
}
