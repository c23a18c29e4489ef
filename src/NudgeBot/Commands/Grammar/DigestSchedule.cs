using System.Globalization;

namespace NudgeBot.Commands.Grammar;

/// <summary>How often a digest comes.</summary>
internal enum ScheduleKind
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Monday to Friday.</summary>
    Weekdays,

    /// <summary>On one weekday, every <see cref="DigestSchedule.Interval"/> weeks.</summary>
    Weekly,

    /// <summary>On the first, second, third, fourth or last such weekday of every month.</summary>
    Monthly,
}

/// <summary>Which of the weekdays of a month.</summary>
internal enum Ordinal
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Last = 5,
}

/// <summary>When a digest is posted, in the time zone that the digest is set to.</summary>
/// <param name="Kind">How often.</param>
/// <param name="Interval">Weeks from one to the next for <see cref="ScheduleKind.Weekly"/>, 1 to 52; else 1.</param>
/// <param name="Weekday">The weekday, for weekly and monthly schedules.</param>
/// <param name="Ordinal">Which of them, for monthly schedules.</param>
/// <param name="At">The time of day.</param>
internal sealed record DigestSchedule(ScheduleKind Kind, int Interval, DayOfWeek? Weekday, Ordinal? Ordinal, TimeOnly At)
{
    internal const int MostWeeks = 52;

    private static readonly string[] Examples =
        ["weekly friday 15:00", "every 2 weeks monday 09:00", "monthly first tuesday 10:00", "weekdays 9am"];

    /// <summary>Reads a whole text as a schedule.</summary>
    public static Parsed<DigestSchedule> Read(string text) => Read(Sentence.Of(text), 0);

    /// <summary>
    /// The five-field expression that Cronos reads. A schedule of every few weeks gives its weekly expression; whoever keeps the date it began
    /// on takes every <see cref="Interval"/>th week of it.
    /// </summary>
    public string ToCron()
    {
        var weekday = (int)Weekday.GetValueOrDefault();
        var days = (Kind, Ordinal) switch
        {
            (ScheduleKind.Daily, _) => "*",
            (ScheduleKind.Weekdays, _) => "1-5",
            (ScheduleKind.Weekly, _) => $"{weekday}",
            (_, Grammar.Ordinal.Last) => $"{weekday}L",
            (_, var nth) => $"{weekday}#{(int)nth.GetValueOrDefault(Grammar.Ordinal.First)}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{At.Minute} {At.Hour} * * {days}");
    }

    /// <summary>The English phrase, which reads back as the same schedule.</summary>
    public override string ToString()
    {
        var time = At.ToString("HH:mm", CultureInfo.InvariantCulture);
        var weekday = Weekday?.ToString().ToLowerInvariant();
        return Kind switch
        {
            ScheduleKind.Daily => $"daily {time}",
            ScheduleKind.Weekdays => $"weekdays {time}",
            ScheduleKind.Weekly when Interval == 1 => $"weekly {weekday} {time}",
            ScheduleKind.Weekly => string.Create(CultureInfo.InvariantCulture, $"every {Interval} weeks {weekday} {time}"),
            _ => $"monthly {Ordinal?.ToString().ToLowerInvariant()} {weekday} {time}",
        };
    }

    internal static Parsed<DigestSchedule> Read(Sentence sentence, int at)
    {
        if (at >= sentence.Count)
            return new GrammarError(GrammarErrorKind.MissingSchedule, sentence.PositionOf(at), Expected: Examples);
        var found = sentence.Raw(at, sentence.Count);
        if (sentence.Whole(ScheduleGrammar.Phrase, at) is not { } said)
            return new GrammarError(GrammarErrorKind.BadSchedule, sentence.PositionOf(at), found, Expected: Examples);
        if (said.Interval is < 1 or > MostWeeks)
            return new GrammarError(GrammarErrorKind.BadSchedule, sentence.PositionOf(at), found, MostWeeks, Examples);
        return said.Time.Time is { } time
            ? new DigestSchedule(said.Kind, said.Interval, said.Weekday, said.Ordinal, time)
            : new GrammarError(GrammarErrorKind.BadTime, sentence.PositionOf(at), found, Expected: ["15:00", "9:30", "9am"]);
    }
}
