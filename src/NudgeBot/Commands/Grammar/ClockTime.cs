using System.Globalization;
using Superpower;

namespace NudgeBot.Commands.Grammar;

/// <summary>Times of day: 15:00, 9:30, 9am, 3:15 pm, noon.</summary>
internal static class ClockTime
{
    /// <summary>A time of day. A word that looks like one but is none, such as 25:00, gives null as its value.</summary>
    internal static readonly TokenListParser<Lexeme, Said> Phrase =
        from at in Words.Word("at").OptionalOrDefault("")
        from time in Words.Read(Read, "a time such as 15:00")
        from half in Words.Word("am", "pm", "a.m", "p.m").OptionalOrDefault("")
        select time.With(half);

    private static Said? Read(string word)
    {
        if (word is "noon" or "midday")
            return new Said(12, 0, "");
        var half = word.Length > 2 && word[^2..] is "am" or "pm" ? word[^2..] : "";
        var parts = word[..^half.Length].Split(':', '.');
        if (parts.Length > 2 || !Digits(parts[0], 1, out var hour))
            return null;
        var minute = 0;
        return parts.Length == 2 && !Digits(parts[1], 2, out minute) ? null : new Said(hour, minute, half);
    }

    private static bool Digits(string text, int least, out int value)
    {
        value = 0;
        return text.Length >= least && text.Length <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Hours and minutes as typed, with the half of the day when it was said.</summary>
    internal readonly record struct Said(int Hour, int Minute, string Half)
    {
        /// <summary>The time, or null when no clock shows it. 12 am is midnight, 12 pm is noon.</summary>
        public TimeOnly? Time => (Half, Hour, Minute) switch
        {
            (_, _, > 59) => null,
            ("", <= 23, _) => new TimeOnly(Hour, Minute),
            ("am", >= 1 and <= 12, _) => new TimeOnly(Hour % 12, Minute),
            ("pm", >= 1 and <= 12, _) => new TimeOnly((Hour % 12) + 12, Minute),
            _ => null,
        };

        internal Said With(string half) => half.Length == 0 ? this : this with { Half = Half.Length == 0 ? half.Replace(".", "", StringComparison.Ordinal) : "twice" };
    }
}
