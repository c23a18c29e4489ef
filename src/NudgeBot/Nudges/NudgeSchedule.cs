namespace NudgeBot.Nudges;

/// <summary>
/// When nudges are due. Regular nudges and follow-ups with a date share the member's time of day, so that what falls on one date is one
/// message. A date that is a day off moves to the next working day; a time that daylight saving skips or repeats comes once.
/// </summary>
internal static class NudgeSchedule
{
    /// <summary>How late a nudge may go out as it is; later it is planned anew for the member's next day.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>Longer than from any date to the next regular one with all days off between, in days.</summary>
    private const int Reach = 50;

    /// <summary>The next instant strictly after another one at which a nudge or follow-up is due, UTC; null when none ever is.</summary>
    /// <param name="hours">When the member wants to be nudged.</param>
    /// <param name="after">An instant.</param>
    /// <param name="followUps">The dates of open follow-ups; one that has passed comes on the next working day.</param>
    /// <param name="lastSentOn">The date of the last message: that day has had its one.</param>
    public static DateTimeOffset? Next(
        NudgeHours hours, DateTimeOffset after, IReadOnlyCollection<DateOnly> followUps, DateOnly? lastSentOn = null)
    {
        var first = hours.DateOf(after);
        if (hours.InstantOn(first) <= after)
            first = first.AddDays(1);
        first = Later(Later(first, lastSentOn is { } sent ? Forward(sent, 1) : null), hours.PausedUntil);

        var regular = Regular(hours, first);
        var followUp = followUps.Count > 0 ? WorkingDay(hours, Later(first, followUps.Min())) : null;
        var next = followUp is null || regular < followUp ? regular : followUp;
        return next is { } date ? hours.InstantOn(date) : null;
    }

    /// <summary>What to do with a nudge that was due, now that there is a chance to send it.</summary>
    /// <param name="hours">When the member wants to be nudged.</param>
    /// <param name="dueAt">When it was due.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="away">Whether the platform shows the member away for the day.</param>
    /// <param name="followUps">The dates of open follow-ups, of which none is dropped.</param>
    public static Turnout Decide(
        NudgeHours hours, DateTimeOffset dueAt, DateTimeOffset now, bool away, IReadOnlyCollection<DateOnly> followUps)
    {
        // After a downtime only the latest of what was missed counts: no burst.
        var latest = dueAt;
        while (Next(hours, latest, []) is { } later && later <= now)
            latest = later;

        var today = hours.DateOf(now);
        var inTime = now - latest <= Patience;
        if (inTime && hours.IsOpen(today) && !(today < hours.PausedUntil) && !away)
            return new(true, Next(hours, now, followUps, today));

        var soon = WorkingDay(hours, Later(Forward(today, 1), hours.PausedUntil)) is { } working ? hours.InstantOn(working) : (DateTimeOffset?)null;
        return new(false, inTime && soon - latest <= Patience ? soon : Next(hours with { Pace = Anew(hours.Pace) }, now, followUps, today));
    }

    /// <summary>Planned anew, nobody waits another month.</summary>
    private static NudgePace Anew(NudgePace pace) => pace is NudgePace.Monthly or NudgePace.EverySecondWeek ? NudgePace.Weekly : pace;

    private static DateOnly? Regular(NudgeHours hours, DateOnly first)
    {
        // A regular date of last week may have been moved to this one by days off.
        for (var date = Back(first); date < Forward(first, Reach); date = date.AddDays(1))
        {
            if (hours.IsRegular(date) && WorkingDay(hours, date) is { } working && working >= first)
                return working;
        }

        return null;
    }

    private static DateOnly? WorkingDay(NudgeHours hours, DateOnly date)
    {
        for (var day = date; day < Forward(date, 9); day = day.AddDays(1))
        {
            if (hours.IsOpen(day))
                return day;
        }

        return null;
    }

    private static DateOnly Later(DateOnly one, DateOnly? other) => one < other ? other.Value : one;

    private static DateOnly Back(DateOnly date) => date.DayNumber < 8 ? DateOnly.MinValue : date.AddDays(-8);

    private static DateOnly Forward(DateOnly date, int days) =>
        date.DayNumber > DateOnly.MaxValue.DayNumber - days ? DateOnly.MaxValue : date.AddDays(days);
}

/// <summary>What becomes of a nudge that was due.</summary>
/// <param name="SendNow">Whether it goes out now.</param>
/// <param name="NextAt">When the next one is due, UTC; null when none ever is.</param>
internal readonly record struct Turnout(bool SendNow, DateTimeOffset? NextAt);
