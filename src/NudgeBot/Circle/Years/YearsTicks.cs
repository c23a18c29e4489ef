using System.Globalization;
using ScottPlot.TickGenerators;

namespace NudgeBot.Circle.Years;

/// <summary>Where years begin under the chart, or quarters where there are few.</summary>
internal static class YearsTicks
{
    /// <summary>From so many years on, years alone are written.</summary>
    private const int Long = 3;

    /// <summary>The most years written beside each other; beyond, every second, third and so on.</summary>
    private const int Most = 12;

    public static NumericManual Of(DateOnly from, DateOnly until, CultureInfo culture)
    {
        var ticks = new NumericManual();
        var years = until.Year - from.Year;
        var months = years < Long ? 3 : 12 * ((years / Most) + 1);
        for (var day = new DateOnly(from.Year, 1, 1); day <= until; day = day.AddMonths(months))
        {
            if (day >= from)
                ticks.AddMajor(day.DayNumber, day.ToString(months < 12 ? "MMM yyyy" : "yyyy", culture));
        }

        return ticks;
    }
}
