namespace NudgeBot.Nudges;

/// <summary>What a nudge will say, before it has words.</summary>
/// <param name="Picks">At most three persons, in reading order.</param>
/// <param name="Keep">The person about whom it is asked whether to keep them, rest or stop; usually null.</param>
/// <param name="AsksToGoOn">True for the last question, whether nudges shall go on at all; there are follow-ups at most beside it.</param>
internal sealed record Plan(IReadOnlyList<Pick> Picks, Tie? Keep = null, bool AsksToGoOn = false)
{
    public bool IsEmpty => Picks.Count == 0 && Keep is null && !AsksToGoOn;
}

/// <summary>A person to suggest, and why.</summary>
/// <param name="Tie">The person.</param>
/// <param name="Slot">Which of the three places they take.</param>
/// <param name="Situation">What makes it a good moment.</param>
/// <param name="Outlook">The terms of the ranking.</param>
/// <param name="Cited">The record that the words rest on; null when nothing is recorded, or when it is an ask.</param>
/// <param name="Ask">The ask that the words rest on, in <see cref="Situation.Ask"/>.</param>
internal sealed record Pick(Tie Tie, Slot Slot, Situation Situation, Outlook Outlook, Recorded? Cited, OpenAsk? Ask = null);

/// <summary>The places of a nudge.</summary>
internal enum Slot
{
    /// <summary>A follow-up whose date has come.</summary>
    FollowUp,

    /// <summary>Somebody of the circle who is current: easy to begin with.</summary>
    Easy,

    /// <summary>Somebody of the circle who is due or beyond.</summary>
    Due,

    /// <summary>Somebody from the shelf.</summary>
    Shelf,
}

/// <summary>What makes it a good moment, and so which words fit.</summary>
internal enum Situation
{
    FollowUp,
    Need,
    Ask,

    /// <summary>A seat in its first weeks, with no contact since the choice.</summary>
    NewSeat,

    /// <summary>The member received help over a year ago: tell them what came of it.</summary>
    Outcome,

    /// <summary>Silent for years.</summary>
    Years,

    /// <summary>Silent for longer than usual.</summary>
    Silence,

    Easy,
}
