using Cronos;
using NudgeBot.Commands.Grammar;

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
        var cron = CronExpression.Parse(schedule.ToCron());
        if (schedule.Interval == 1)
            return cron.GetNextOccurrence(after, zone)?.ToUniversalTime();

        var step = Week * schedule.Interval;
        var steps = (Local(after, zone).DayNumber - anchor.DayNumber) / step;
        // One step back: a gap at midnight can move a post to the day after the one it is meant for.
        var day = anchor.AddDays(step * Math.Max(0, steps - 1));
        while (TimeOf(day, cron, zone) is { } at)
        {
            if (at > after)
                return at;
            day = day.AddDays(step);
        }

        return null;
    }

    /// <summary>The day of the first post after an instant, for a schedule that is set then.</summary>
    public static DateOnly Anchor(DigestSchedule schedule, TimeZoneInfo zone, DateTimeOffset after)
    {
        var today = Local(after, zone);
        if (schedule.Kind is not ScheduleKind.Weekly || schedule.Weekday is not { } weekday)
            return today;
        var day = today.AddDays(((int)weekday - (int)today.DayOfWeek + Week) % Week);
        return TimeOf(day, CronExpression.Parse(schedule.ToCron()), zone) > after ? day : day.AddDays(Week);
    }

    /// <summary>The time that a weekly expression means for a day of its weekday: the posts before and after it are a week away.</summary>
    private static DateTimeOffset? TimeOf(DateOnly day, CronExpression weekly, TimeZoneInfo zone) =>
        weekly.GetNextOccurrence(new DateTimeOffset(day.AddDays(-3), TimeOnly.MinValue, TimeSpan.Zero), zone)?.ToUniversalTime();

    private static DateOnly Local(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
