using Superpower;
using Superpower.Parsers;

namespace NudgeBot.Commands.Grammar;

/// <summary>Every way to say a date. Alternatives begin with different words, or the longer stands first.</summary>
internal static class DateGrammar
{
    private static readonly TokenListParser<Lexeme, string> PartOfDay =
        Words.Word("morning", "afternoon", "evening", "night").OptionalOrDefault("");

    private static readonly TokenListParser<Lexeme, int> Day = Words.Read(DateSpelling.DayOfMonth, "a day");
    private static readonly TokenListParser<Lexeme, int> Month = Words.Lookup(Calendar.Months, "a month");

    // 12 May 2019, 12 May, 2019
    private static readonly TokenListParser<Lexeme, int?> Year =
        Token.EqualTo(Lexeme.Comma).OptionalOrDefault()
            .IgnoreThen(Words.Read(DateSpelling.FourDigits, "a year"))
            .Select(year => (int?)year).Try().OptionalOrDefault();

    private static readonly TokenListParser<Lexeme, DatePhrase> DayMonth =
        from the in Words.Word("the").OptionalOrDefault("")
        from day in Day
        from of in Words.Word("of").OptionalOrDefault("")
        from month in Month
        from year in Year
        select year is { } said ? Calendar.Day(said, month, day) : Calendar.Day(month, day);

    private static readonly TokenListParser<Lexeme, DatePhrase> MonthDay =
        from month in Month
        from the in Words.Word("the").OptionalOrDefault("")
        from day in Day
        from year in Year
        select year is { } said ? Calendar.Day(said, month, day) : Calendar.Day(month, day);

    private static readonly TokenListParser<Lexeme, DayOfWeek?> WeekdayBefore =
        from weekday in Words.Lookup(Calendar.ShortWeekdays, "a weekday")
        from comma in Token.EqualTo(Lexeme.Comma).OptionalOrDefault()
        select (DayOfWeek?)weekday;

    // Tuesday, 12 May 2026: a weekday that contradicts the date makes it no date; without a year it is read over.
    private static readonly TokenListParser<Lexeme, DatePhrase> Absolute =
        from weekday in WeekdayBefore.OptionalOrDefault()
        from date in Words.Spelled(DateSpelling.Date, "a date").Or(DayMonth.Try()).Or(MonthDay)
        select date is DatePhrase.Exact exact && weekday is not null && exact.Date.DayOfWeek != weekday
            ? new DatePhrase.Wrong(GrammarErrorKind.NoSuchDate)
            : date;

    private static readonly TokenListParser<Lexeme, DatePhrase> Ago =
        from span in SpanGrammar.Amount
        from ago in Words.Word("ago")
        select DatePhrase.Shift(-span.Count, span.Unit);

    private static readonly TokenListParser<Lexeme, DatePhrase> In =
        from preposition in Words.Word("in")
        from span in SpanGrammar.Amount
        from time in Words.Word("time", "time's").OptionalOrDefault("")
        select DatePhrase.Shift(span.Count, span.Unit);

    private static readonly TokenListParser<Lexeme, DatePhrase> Named =
        from day in Words.Lookup(
            Words.Table(("yesterday", -1), ("today tonight", 0), ("tomorrow", 1)), "a day")
        from part in PartOfDay
        select DatePhrase.Shift(day, TimeUnit.Day);

    private static readonly TokenListParser<Lexeme, DatePhrase> PartOfToday =
        Words.Word("earlier", "later").IgnoreThen(Words.Word("today")).Value(DatePhrase.Shift(0, TimeUnit.Day));

    private static readonly TokenListParser<Lexeme, DatePhrase> DayBeyond =
        from the in Words.Word("the").OptionalOrDefault("")
        from day in Words.Word("day")
        from side in Words.Word("before").IgnoreThen(Words.Word("yesterday")).Value(-2).Try()
            .Or(Words.Word("after").IgnoreThen(Words.Word("tomorrow")).Value(2))
        select DatePhrase.Shift(side, TimeUnit.Day);

    private static readonly TokenListParser<Lexeme, DatePhrase> This =
        from word in Words.Word("this")
        from phrase in Words.Word("morning", "afternoon", "evening").Value(DatePhrase.Shift(0, TimeUnit.Day)).Or(OnWeekday(DatePhrase.Pick.Bare))
        select phrase;

    private static readonly TokenListParser<Lexeme, DatePhrase> Last =
        from word in Words.Word("last")
        from phrase in Words.Word("night").Value(DatePhrase.Shift(-1, TimeUnit.Day))
            .Or(SpanGrammar.Unit.Where(unit => unit.Unit != TimeUnit.Day).Select(unit => DatePhrase.Shift(-unit.Count, unit.Unit)))
            .Or(OnWeekday(DatePhrase.Pick.Last))
        select phrase;

    private static readonly TokenListParser<Lexeme, DatePhrase> Next =
        from word in Words.Word("next")
        from phrase in SpanGrammar.Unit.Where(unit => unit.Unit != TimeUnit.Day).Select(unit => DatePhrase.Shift(unit.Count, unit.Unit))
            .Or(OnWeekday(DatePhrase.Pick.Next))
        select phrase;

    private static readonly TokenListParser<Lexeme, DatePhrase> Bare =
        from day in Words.Lookup(Calendar.Weekdays, "a weekday")
        from part in PartOfDay
        select (DatePhrase)new DatePhrase.Weekday(day, DatePhrase.Pick.Bare);

    private static readonly TokenListParser<Lexeme, DatePhrase> Core = Parse.OneOf(
        Absolute.Try(), Ago.Try(), In.Try(), Named, PartOfToday.Try(), DayBeyond.Try(), This.Try(), Last.Try(), Next.Try(), Bare);

    // "on" makes a short weekday clear.
    private static readonly TokenListParser<Lexeme, DatePhrase> On =
        from intro in Words.Word("on")
        from phrase in Core.Or(OnWeekday(DatePhrase.Pick.Bare))
        select phrase;

    /// <summary>A date, perhaps introduced by "on".</summary>
    internal static readonly TokenListParser<Lexeme, DatePhrase> Phrase = On.Try().Or(Core);

    private static TokenListParser<Lexeme, DatePhrase> OnWeekday(DatePhrase.Pick which) =>
        from day in Words.Lookup(Calendar.ShortWeekdays, "a weekday")
        from part in PartOfDay
        select (DatePhrase)new DatePhrase.Weekday(day, which);
}
