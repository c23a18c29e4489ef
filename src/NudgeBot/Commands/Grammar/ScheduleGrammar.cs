using Superpower;

namespace NudgeBot.Commands.Grammar;

/// <summary>Every way to say when a digest comes.</summary>
internal static class ScheduleGrammar
{
    private static readonly TokenListParser<Lexeme, DayOfWeek> Weekday =
        Words.Word("on").OptionalOrDefault("").IgnoreThen(Words.Lookup(Calendar.ShortWeekdays, "a weekday"));

    private static readonly TokenListParser<Lexeme, Ordinal> Nth = Words.Lookup(
        Words.Table(
            ("first 1st", Ordinal.First),
            ("second 2nd", Ordinal.Second),
            ("third 3rd", Ordinal.Third),
            ("fourth 4th", Ordinal.Fourth),
            ("last", Ordinal.Last)),
        "first to fourth, or last");

    private static readonly TokenListParser<Lexeme, Said> Daily =
        from days in Words.Word("daily").Value(ScheduleKind.Daily)
            .Or(Words.Word("weekdays").Value(ScheduleKind.Weekdays))
            .Or(Words.Word("every").IgnoreThen(Words.Word("day").Value(ScheduleKind.Daily).Or(Words.Word("weekday").Value(ScheduleKind.Weekdays))))
        from time in ClockTime.Phrase
        select new Said(days, 1, null, null, time);

    // every 2 weeks, every other week, every second week, every week
    private static readonly TokenListParser<Lexeme, int> EveryWeeks =
        from every in Words.Word("every")
        from count in Words.Word("other", "second").Value(2).Or(Words.Number).OptionalOrDefault(1)
        from week in Words.Word("week", "weeks")
        select count;

    // every friday, every other friday
    private static readonly TokenListParser<Lexeme, int> EveryDay =
        from every in Words.Word("every")
        from count in Words.Word("other", "second").Value(2).OptionalOrDefault(1)
        select count;

    private static readonly TokenListParser<Lexeme, Said> Weekly =
        from interval in Words.Word("weekly").Value(1)
            .Or(Words.Word("fortnightly", "biweekly").Value(2))
            .Or(EveryWeeks.Try())
            .Or(EveryDay)
        from weekday in Weekday
        from time in ClockTime.Phrase
        select new Said(ScheduleKind.Weekly, interval, weekday, null, time);

    private static readonly TokenListParser<Lexeme, Said> Monthly =
        from monthly in Words.Word("monthly").Or(Words.Word("every").IgnoreThen(Words.Word("month")))
        from intro in Words.Word("on").OptionalOrDefault("")
        from the in Words.Word("the").OptionalOrDefault("")
        from nth in Nth
        from weekday in Weekday
        from time in ClockTime.Phrase
        select new Said(ScheduleKind.Monthly, 1, weekday, nth, time);

    /// <summary>A schedule, its interval and time not yet checked.</summary>
    internal static readonly TokenListParser<Lexeme, Said> Phrase = Daily.Try().Or(Monthly.Try()).Or(Weekly.Try());

    /// <summary>A schedule as it was said.</summary>
    internal readonly record struct Said(ScheduleKind Kind, int Interval, DayOfWeek? Weekday, Ordinal? Ordinal, ClockTime.Said Time);
}
