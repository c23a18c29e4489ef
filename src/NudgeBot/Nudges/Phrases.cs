using System.Globalization;
using Humanizer;
using Microsoft.Extensions.Localization;

namespace NudgeBot.Nudges;

/// <summary>The small parts of a nudge's sentences: stretches of time in words, dates and quoted records, in the language of the turn.</summary>
internal sealed class Phrases(IStringLocalizer<NudgeText> text)
{
    /// <summary>The most characters of a record that are quoted.</summary>
    private const int LongestQuote = 140;

    /// <summary>A stretch of days in words, as it stands after "for", "since" or before "ago": seven weeks, three years.</summary>
    public string Span(int days) => days switch
    {
        <= 0 => text["hours"],
        < 14 => Count("day", days),
        < 63 => Count("week", days / 7),
        < 730 => Count("month", (int)Math.Round(days / 30.44)),
        _ => Count("year", (int)(days / 365.25)),
    };

    /// <summary>The stretch from one date to another.</summary>
    public string Span(DateOnly from, DateOnly to) => Span(to.DayNumber - from.DayNumber);

    /// <summary>A date as people say it, with the year when it is another one.</summary>
    public string Date(DateOnly date, DateOnly today) =>
        date.ToString(text[date.Year == today.Year ? "date" : "date.year"], CultureInfo.CurrentCulture);

    /// <summary>What was recorded, on one line, in quotation marks, shortened at a word.</summary>
    public string Quote(string recorded)
    {
        var line = string.Join(' ', recorded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text["quote", line.Length <= LongestQuote ? line : line[..End(line)] + "…"];
    }

    private static int End(string line) =>
        line.LastIndexOf(' ', LongestQuote) is > LongestQuote / 2 and var space ? space
        : char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;

    private string Count(string unit, int number) =>
        number == 1 ? text[$"{unit}.one"] : text[$"{unit}.many", number.ToWords(CultureInfo.CurrentCulture)];
}
