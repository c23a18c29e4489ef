using NudgeBot.Workspaces;

namespace NudgeBot.Circle.Mutual;

/// <summary>
/// When mutual choices are revealed: on the first Monday of each month, at the time of day of each member's nudges. The day is the same for
/// everybody and hangs on nothing that anybody did, so that neither its coming nor its passing says when, or whether, another one chose.
/// </summary>
internal static class RevealDay
{
    /// <summary>
    /// How long choice and consent must have stood on that day: four weeks. Who chooses, or agrees, just before the day to see what
    /// happens sees nothing, and a seat held for a month is not a probe.
    /// </summary>
    public const int MustHaveStood = 28;

    /// <summary>The next one after an instant, in UTC.</summary>
    public static DateTimeOffset After(DateTimeOffset now, TimeOnly time, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        var instant = ZonedTime.Instant(FirstMonday(month), time, zone);
        return instant > now ? instant : ZonedTime.Instant(FirstMonday(month.AddMonths(1)), time, zone);
    }

    /// <summary>The first Monday of a month.</summary>
    /// <param name="first">The first day of it.</param>
    public static DateOnly FirstMonday(DateOnly first) => first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
}
