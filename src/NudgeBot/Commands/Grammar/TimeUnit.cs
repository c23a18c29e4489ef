namespace NudgeBot.Commands.Grammar;

/// <summary>Units that people plan in.</summary>
internal enum TimeUnit
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>Arithmetic with units.</summary>
internal static class TimeUnits
{
    /// <summary>The longest cadence and span: five years, in days.</summary>
    internal const int MostDays = 1827;

    /// <summary>The days of so many units, a month taken as 30.4375 and a year as 365.25 days (the Julian year).</summary>
    public static int Days(int count, TimeUnit unit) => (int)Math.Round(count * unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => 30.4375,
        _ => 365.25,
    });

    /// <summary>
    /// The date so many units away; months clamp to the end of a shorter month (31 January and a month is the last of February).
    /// </summary>
    /// <param name="date">From when.</param>
    /// <param name="count">Units to add, negative to go back; the result must be within the calendar.</param>
    /// <param name="unit">The unit.</param>
    public static DateOnly Add(DateOnly date, int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => date.AddDays(count),
        TimeUnit.Week => date.AddDays(7 * count),
        TimeUnit.Month => date.AddMonths(count),
        _ => date.AddYears(count),
    };

    /// <summary>A count with its unit in English words of the grammar: <c>2 weeks</c>.</summary>
    public static string Text(int count, TimeUnit unit)
    {
        var word = unit switch { TimeUnit.Day => "day", TimeUnit.Week => "week", TimeUnit.Month => "month", _ => "year" };
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
    }
}
