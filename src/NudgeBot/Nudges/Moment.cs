using NudgeBot.Circle;
using NudgeBot.Ledger;

namespace NudgeBot.Nudges;

/// <summary>What makes this a good moment for a person, and the record or ask that says so.</summary>
internal readonly record struct Moment(Situation Situation, Recorded? Cited, OpenAsk? Ask = null)
{
    /// <summary>For so many days a seat is new.</summary>
    private const int NewFor = 42;

    /// <summary>From so many days on silence is told in years.</summary>
    private const int TwoYears = 2 * 365;

    /// <summary>After so many days something may have come of a received help.</summary>
    private const int Outcomes = 365;

    /// <summary>Finds the moment of a person: a follow-up whose date has come is the strongest, then needs and asks, then what is past.</summary>
    public static Moment Of(Tie tie, Outlook outlook, DateOnly today)
    {
        if (FollowUp(tie, today) is { } due)
            return new(Situation.FollowUp, due);
        if (tie.Open.Where(record => record.Kind == EntryKind.Need).MaxBy(record => (record.On, record.EntryId)) is { } need)
            return new(Situation.Need, need);
        if (tie.Asks.MaxBy(ask => (ask.On, ask.AskId)) is { } ask)
            return new(Situation.Ask, null, ask);

        var last = tie.Records.LastOrDefault(record => record.Text.Length > 0);
        if (tie.Seat is { } seat && today.DayNumber - seat.ChosenOn.DayNumber <= NewFor && !(tie.LastContact?.On >= seat.ChosenOn))
            return new(Situation.NewSeat, last);
        if (last is { Kind: EntryKind.Received } && today.DayNumber - last.On.DayNumber > Outcomes)
            return new(Situation.Outcome, last);
        if (outlook.SilentDays >= TwoYears)
            return new(Situation.Years, last);
        return new(outlook.State == TieState.Fresh ? Situation.Easy : Situation.Silence, last);
    }

    /// <summary>The open follow-up whose date came first, if any has come.</summary>
    public static Recorded? FollowUp(Tie tie, DateOnly today) => tie.Open
        .Where(record => record.Kind == EntryKind.FollowUp && record.DueOn <= today)
        .MinBy(record => (record.DueOn, record.EntryId));
}
