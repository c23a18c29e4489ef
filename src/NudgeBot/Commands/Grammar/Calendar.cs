using System.Collections.Frozen;

namespace NudgeBot.Commands.Grammar;

/// <summary>The English names of days and months.</summary>
internal static class Calendar
{
    /// <summary>Weekdays in full: these alone may stand bare, "sun" and "wed" being words of their own.</summary>
    internal static readonly FrozenDictionary<string, DayOfWeek> Weekdays =
        Enum.GetValues<DayOfWeek>().ToFrozenDictionary(day => day.ToString().ToLowerInvariant());

    /// <summary>Weekdays in full and in short.</summary>
    internal static readonly FrozenDictionary<string, DayOfWeek> ShortWeekdays =
        Enum.GetValues<DayOfWeek>()
            .Select(day => KeyValuePair.Create(day.ToString().ToLowerInvariant()[..3], day))
            .Concat(Weekdays)
            .Append(KeyValuePair.Create("tues", DayOfWeek.Tuesday))
            .Append(KeyValuePair.Create("weds", DayOfWeek.Wednesday))
            .Append(KeyValuePair.Create("thur", DayOfWeek.Thursday))
            .Append(KeyValuePair.Create("thurs", DayOfWeek.Thursday))
            .ToFrozenDictionary();

    /// <summary>Months in full and in short, January being 1.</summary>
    internal static readonly FrozenDictionary<string, int> Months =
        new[] { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" }
            .SelectMany((month, index) => new[] { month, month[..3] }.Distinct().Select(name => KeyValuePair.Create(name, index + 1)))
            .Append(KeyValuePair.Create("sept", 9))
            .ToFrozenDictionary();

    /// <summary>A day with its year, or why there is none.</summary>
    public static DatePhrase Day(int year, int month, int day) =>
        year is < 1900 or > 2200 ? new DatePhrase.Wrong(GrammarErrorKind.YearOutOfRange)
        : month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? new DatePhrase.Wrong(GrammarErrorKind.NoSuchDate)
        : new DatePhrase.Exact(new DateOnly(year, month, day));

    /// <summary>A day whose year is not said; 2000 is a leap year, so that 29 February stands.</summary>
    public static DatePhrase Day(int month, int day) =>
        day < 1 || day > DateTime.DaysInMonth(2000, month)
            ? new DatePhrase.Wrong(GrammarErrorKind.NoSuchDate)
            : new DatePhrase.Yearless(month, day);
}
