using Cronos;
using NudgeBot.Commands.Grammar;
using NudgeBot.Workspaces;

namespace NudgeBot.Digests;

/// <summary>
/// When a digest is posted. Cronos says what a cron expression can say; a time that daylight saving skips moves to the end of the gap, and
/// of two equal times the first is taken (github.com/HangfireIO/Cronos, "Daylight Saving Time"). Every few weeks is counted from a day.
/// </summary>
internal static class Recurrence
{
    private const int Week = 7;

    /// <summary>The first time strictly after an instant, UTC; null past the year 2499, where Cronos ends.</summary>
    /// <param name="schedule">How often.</param>
    /// <param name="zone">The zone that its time of day is meant in.</param>
    /// <param name="anchor">The day of the first post, from which <see cref="DigestSchedule.Interval"/> is counted.</param>
    /// <param name="after">The instant.</param>
    public static DateTimeOffset? Next(DigestSchedule schedule, TimeZoneInfo zone, DateOnly anchor, DateTimeOffset after)
    {
        if (schedule.Interval == 1)
            return After(after, CronExpression.Parse(schedule.ToCron()), zone);

        var step = Week * schedule.Interval;
        var steps = (Local(after, zone).DayNumber - anchor.DayNumber) / step;
        // One step back: a gap at midnight can move a post to the day after the one it is meant for.
        var day = anchor.AddDays(step * Math.Max(0, steps - 1));
        while (ZonedTime.Instant(day, schedule.At, zone) <= after)
            day = day.AddDays(step);
        return ZonedTime.Instant(day, schedule.At, zone);
    }

    /// <summary>The day of the first post after an instant, for a schedule that is set then.</summary>
    public static DateOnly Anchor(DigestSchedule schedule, TimeZoneInfo zone, DateTimeOffset after)
    {
        var today = Local(after, zone);
        if (schedule.Kind is not ScheduleKind.Weekly || schedule.Weekday is not { } weekday)
            return today;
        var day = today.AddDays(((int)weekday - (int)today.DayOfWeek + Week) % Week);
        return ZonedTime.Instant(day, schedule.At, zone) > after ? day : day.AddDays(Week);
    }

    /// <summary>
    /// Where winter is the saving time (Dublin, Casablanca), Cronos gives a time in the spring gap for itself, again and again; looking
    /// from an hour later gets past it.
    /// </summary>
    private static DateTimeOffset? After(DateTimeOffset after, CronExpression cron, TimeZoneInfo zone)
    {
        var from = after;
        while (cron.GetNextOccurrence(from, zone)?.ToUniversalTime() is { } next)
        {
            if (next > after)
                return next;
            from = from.AddHours(1);
        }

        return null;
    }

    private static DateOnly Local(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
