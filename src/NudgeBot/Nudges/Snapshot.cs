using NudgeBot.Circle;
using NudgeBot.Ledger;

namespace NudgeBot.Nudges;

/// <summary>All that planning one member's nudge needs to know, at one moment.</summary>
/// <param name="Today">The member's date.</param>
/// <param name="Ties">The persons whom the member knows, in any order.</param>
/// <param name="IsRegular">True on the day of the regular nudge, false where only follow-ups brought us here.</param>
/// <param name="UsesShelf">Whether somebody from the shelf may be suggested.</param>
/// <param name="Ignored">How many nudges in a row stayed without any answer.</param>
internal sealed record Snapshot(DateOnly Today, IReadOnlyList<Tie> Ties, bool IsRegular = true, bool UsesShelf = true, int Ignored = 0);

/// <summary>A seat in the circle.</summary>
/// <param name="CadenceDays">The interval that the member asked for; null when the ring's holds.</param>
/// <param name="Reason">The sentence that says why this person; empty when there is none.</param>
internal sealed record Seat(Ring Ring, int? CadenceDays, string Reason, DateOnly ChosenOn)
{
    /// <summary>How far the member's answers have moved the rhythm, in steps of <see cref="Circle.Leaning"/>.</summary>
    public int Leaning { get; init; }

    /// <summary>The interval in days: by hand, else that of the ring.</summary>
    public int Cadence => CadenceDays ?? Rings.CadenceDays(Ring);
}

/// <summary>One record about a person.</summary>
/// <param name="Text">In the member's own words; empty for a bare touch.</param>
/// <param name="On">The day it happened or was noted.</param>
/// <param name="DueOn">The day on which a follow-up comes back.</param>
internal sealed record Recorded(Guid EntryId, EntryKind Kind, string Text, DateOnly On, DateOnly? DueOn = null)
{
    /// <summary>Whether it is a contact: a help either way, or a touch.</summary>
    public bool IsContact => Kind is EntryKind.Gave or EntryKind.Received or EntryKind.Touch;
}

/// <summary>Something that an associate would like help with.</summary>
internal sealed record OpenAsk(Guid AskId, string Text, DateOnly On);
