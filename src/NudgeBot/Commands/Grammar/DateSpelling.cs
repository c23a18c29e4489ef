using System.Globalization;
using Superpower;
using Superpower.Parsers;

namespace NudgeBot.Commands.Grammar;

/// <summary>Dates written in digits, within one word.</summary>
internal static class DateSpelling
{
    private static readonly TextParser<int> Year = Digits(4);

    // Two digits before one: alternatives do not come back to a shorter reading.
    private static readonly TextParser<int> Short = Digits(2).Try().Or(Digits(1));

    private static readonly TextParser<DatePhrase> Iso =
        from year in Year
        from dash in Character.EqualTo('-')
        from month in Short
        from again in Character.EqualTo('-')
        from day in Short
        select Calendar.Day(year, month, day);

    // Where dots are written, the day comes first.
    private static readonly TextParser<DatePhrase> Dotted =
        from day in Short
        from dot in Character.EqualTo('.')
        from month in Short
        from again in Character.EqualTo('.')
        from year in Year
        select Calendar.Day(year, month, day);

    private static readonly TextParser<DatePhrase> Slashed =
        from first in Short
        from slash in Character.EqualTo('/')
        from second in Short
        from again in Character.EqualTo('/')
        from year in Year
        select EitherWay(first, second, year);

    /// <summary>2019-05-12, 12.05.2019, and 25/12/2019 where only one reading is a date.</summary>
    internal static readonly TextParser<DatePhrase> Date = Iso.Try().Or(Dotted.Try()).Or(Slashed);

    /// <summary>A day of the month, 12 or 12th; it may be one that no month has.</summary>
    internal static int? DayOfMonth(string word)
    {
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    /// <summary>A year of four digits; it may be one that is out of range.</summary>
    internal static int? FourDigits(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static TextParser<int> Digits(int count) =>
        Character.Matching(char.IsAsciiDigit, "a digit").Repeat(count).Select(digits => int.Parse(digits, CultureInfo.InvariantCulture));

    private static DatePhrase EitherWay(int first, int second, int year)
    {
        if (first == second || first > 12)
            return Calendar.Day(year, second, first);
        if (second > 12)
            return Calendar.Day(year, first, second);
        return (Calendar.Day(year, second, first), Calendar.Day(year, first, second)) is (DatePhrase.Exact dayFirst, DatePhrase.Exact monthFirst)
            ? new DatePhrase.Wrong(GrammarErrorKind.AmbiguousDate, Iso8601(dayFirst), Iso8601(monthFirst))
            : Calendar.Day(year, first, second);
    }

    private static string Iso8601(DatePhrase.Exact day) => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
