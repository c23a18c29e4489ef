using NudgeBot.Circle;
using NudgeBot.Ledger;

namespace NudgeBot.Nudges;

/// <summary>A person whom the member knows, with what is recorded about them.</summary>
/// <param name="PersonId">Breaks ties, so that the same records always give the same plan.</param>
/// <param name="Name">As the member calls them.</param>
/// <param name="KnownSince">When the member's memory of them begins.</param>
internal sealed record Tie(Guid PersonId, string Name, DateOnly KnownSince)
{
    /// <summary>The seat in the circle; null on the shelf.</summary>
    public Seat? Seat { get; init; }

    /// <summary>Helps, touches and notes, by day, oldest first.</summary>
    public Recorded[] Records { get; init; } = [];

    /// <summary>Needs and follow-ups that are open, in any order.</summary>
    public IReadOnlyList<Recorded> Open { get; init; } = [];

    /// <summary>What this associate asks their circle for at present.</summary>
    public IReadOnlyList<OpenAsk> Asks { get; init; } = [];

    /// <summary>When a nudge last suggested them.</summary>
    public DateOnly? SuggestedOn { get; init; }

    /// <summary>How many nudges about them in a row stayed without an answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>True when it was asked whether to keep them and no answer has come.</summary>
    public bool AskedToKeep { get; init; }

    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>Since when they are at rest.</summary>
    public DateOnly? RestedOn { get; init; }

    /// <summary>True when the member wants no nudges about them.</summary>
    public bool Stopped { get; init; }

    /// <summary>The member trusts them.</summary>
    public bool Trusted { get; init; }

    /// <summary>They would be glad to hear from the member, as the member thinks.</summary>
    public bool WouldBeGlad { get; init; }

    /// <summary>The latest record that is a contact, or null.</summary>
    public Recorded? LastContact => Records.LastOrDefault(record => record.IsContact);

    /// <summary>The terms of the ranking.</summary>
    public Outlook Judge(DateOnly today)
    {
        var contacts = new Contact[Records.Length];
        var count = 0;
        foreach (var record in Records)
        {
            if (record.IsContact)
                contacts[count++] = new(record.On, record.Kind == EntryKind.Received ? ContactKind.Received : ContactKind.Both);
        }

        var known = Seat?.ChosenOn ?? (Records.Length > 0 && Records[0].On < KnownSince ? Records[0].On : KnownSince);
        return Ranking.Judge(contacts.AsSpan(0, count), Seat?.Cadence ?? Rings.CadenceDays(Ring.Close), known, today, Leaning.Stretch(Seat?.Leaning ?? 0));
    }
}
