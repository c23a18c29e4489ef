namespace NudgeBot.Commands.Grammar;

/// <summary>Which way a phrase without a year points.</summary>
internal enum Direction
{
    /// <summary>Records: the latest such day on or before today.</summary>
    Past,

    /// <summary>Follow-ups, snooze, pause: the next such day after today.</summary>
    Future,
}

/// <summary>
/// A date as it was said. The words themselves may point the other way than asked ("helped bob tomorrow"): the date is given all the same,
/// and the command says what is wrong with it.
/// </summary>
internal abstract record DatePhrase
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>The date, or why there is none: no such date, ambiguous, or outside 1900 to 2200.</summary>
    /// <param name="today">Today where the member is.</param>
    /// <param name="direction">Where a phrase without a year or a bare weekday points.</param>
    public (DateOnly Date, GrammarErrorKind? Fault) Resolve(DateOnly today, Direction direction) => this switch
    {
        Wrong wrong => (default, wrong.Kind),
        Exact exact => Checked(exact.Date),
        Yearless yearless => Checked(Closest(yearless, today, direction)),
        Weekday weekday => Checked(weekday.From(today, direction)),
        Shifted shifted when Math.Abs(TimeUnits.Days(shifted.Count, shifted.Unit)) > (LastYear - FirstYear + 1) * 366 => (default, GrammarErrorKind.YearOutOfRange),
        Shifted shifted => Checked(TimeUnits.Add(today, shifted.Count, shifted.Unit)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Reads a whole text as a date, as in <c>pause until monday</c> or a field of a form.</summary>
    public static Parsed<DateOnly> Read(string text, DateOnly today, Direction direction)
    {
        var sentence = Sentence.Of(text);
        if (sentence.Count == 0)
            return new GrammarError(GrammarErrorKind.MissingDate, text.Length);
        return DateFinder.At(sentence, 0) is { } found && found.End == sentence.Count
            ? found.Resolve(today, direction)
            : new GrammarError(GrammarErrorKind.BadDate, 0, text.Trim());
    }

    /// <summary>So many units from today, as the type that all phrases have in common: combinators do not convert.</summary>
    internal static DatePhrase Shift(int count, TimeUnit unit) => new Shifted(count, unit);

    private static (DateOnly Date, GrammarErrorKind? Fault) Checked(DateOnly date) =>
        date.Year is >= FirstYear and <= LastYear ? (date, null) : (default, GrammarErrorKind.YearOutOfRange);

    // 29 February may be eight years away (1896 to 1904, and 2096 to 2104).
    private static DateOnly Closest(Yearless said, DateOnly today, Direction direction)
    {
        var step = direction == Direction.Past ? -1 : 1;
        for (var year = today.Year; ; year += step)
        {
            if (said.Day <= DateTime.DaysInMonth(year, said.Month)
                && new DateOnly(year, said.Month, said.Day) is var date
                && (direction == Direction.Past ? date <= today : date > today))
            {
                return date;
            }
        }
    }

    /// <summary>A day with its year.</summary>
    internal sealed record Exact(DateOnly Date) : DatePhrase;

    /// <summary>A day and month that exist in some year.</summary>
    internal sealed record Yearless(int Month, int Day) : DatePhrase;

    /// <summary>So many units from today, negative for the past: yesterday, 3 weeks ago, next month.</summary>
    internal sealed record Shifted(int Count, TimeUnit Unit) : DatePhrase;

    /// <summary>A date-like phrase that is no date, why, and what could be typed instead.</summary>
    internal sealed record Wrong(GrammarErrorKind Kind, params IReadOnlyList<string> Expected) : DatePhrase;

    /// <summary>
    /// A weekday. <c>last tuesday</c> is the latest Tuesday before today, <c>next monday</c> the first Monday after today, whatever the week.
    /// Bare, or with <c>this</c>, it is the latest on or before today in a record, and the first after today otherwise.
    /// </summary>
    internal sealed record Weekday(DayOfWeek Day, Pick Which) : DatePhrase
    {
        internal DateOnly From(DateOnly today, Direction direction)
        {
            var back = ((int)today.DayOfWeek - (int)Day + 7) % 7;
            return (Which, direction) switch
            {
                (Pick.Last, _) => today.AddDays(back == 0 ? -7 : -back),
                (Pick.Next, _) or (_, Direction.Future) => today.AddDays(7 - back),
                _ => today.AddDays(-back),
            };
        }
    }

    /// <summary>Which of the weekdays around today.</summary>
    internal enum Pick
    {
        Bare,
        Last,
        Next,
    }
}
