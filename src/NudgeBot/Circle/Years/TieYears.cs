using NudgeBot.Ledger;

namespace NudgeBot.Circle.Years;

/// <summary>One person of the circle with what is on record of them.</summary>
/// <param name="Name">Whom.</param>
/// <param name="Ring">Their ring.</param>
/// <param name="ChosenOn">When they were chosen.</param>
/// <param name="Marks">The helps and touches, oldest first.</param>
internal sealed record TieYears(string Name, Ring Ring, DateOnly ChosenOn, IReadOnlyList<YearMark> Marks)
{
    /// <summary>A gap counts as silence from twice the pair's usual one on, the step from due to drifting.</summary>
    private const int Times = 2;

    /// <summary>No gap in days below this one counts as silence.</summary>
    private const int Shortest = 60;

    /// <summary>
    /// The person's line in stretches, from the first mark to the day, or from the choice where there is none. The usual gap is the median, so
    /// that one long silence does not make the others look ordinary.
    /// </summary>
    public IReadOnlyList<Stretch> Stretches(DateOnly until)
    {
        List<DateOnly> days = Marks.Count > 0 ? [.. Marks.Select(mark => mark.On).Distinct()] : [ChosenOn];
        List<int> gaps = [.. days.Zip(days.Skip(1), (from, to) => to.DayNumber - from.DayNumber).Order()];
        var silence = Math.Max(Shortest, gaps.Count == 0 ? 0 : Times * gaps[gaps.Count / 2]);
        return [.. days.Zip(days.Skip(1).Append(until), (from, to) => new Stretch(from, to, to.DayNumber - from.DayNumber > silence)).Where(one => one.From < one.To)];
    }
}

/// <summary>A help or a touch on a day.</summary>
internal sealed record YearMark(DateOnly On, EntryKind Kind);

/// <summary>A part of a person's line.</summary>
internal sealed record Stretch(DateOnly From, DateOnly To, bool IsSilent);
