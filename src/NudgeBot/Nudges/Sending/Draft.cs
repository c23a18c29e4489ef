namespace NudgeBot.Nudges.Sending;

/// <summary>What shall be said about one person, before it is written down.</summary>
/// <param name="Slot">Why they get a place.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Text">What is said.</param>
internal sealed record Draft(SuggestionSlot Slot, Guid PersonId, string Name, string Text)
{
    /// <summary>Why they get a place, in two sentences; empty where it is a question.</summary>
    public string Why { get; init; } = "";

    /// <summary>The record that the words rest on, or null.</summary>
    public Guid? CitedId { get; init; }

    /// <summary>Which of the phrasings it is, see <see cref="Wording.Say"/>.</summary>
    public int Phrasing { get; init; }

    /// <summary>Whether they hold a seat, so that they can be put to rest or released.</summary>
    public bool IsSeated { get; init; }

    /// <summary>What they ask their circle for, where that is why they are suggested.</summary>
    public Guid? AskId { get; init; }
}
