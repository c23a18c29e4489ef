namespace NudgeBot.Commands;

/// <summary>Finds the instant of a date and time of day in a zone, also where daylight saving skips or repeats it.</summary>
internal static class ZonedTime
{
    /// <summary>
    /// The instant in UTC. A time that is skipped moves to the end of the gap, and one that is repeated means the first of the two, so that
    /// every date has each time of day exactly once (the rule of Cronos for times of day).
    /// </summary>
    public static DateTimeOffset Instant(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(local))
            local += TimeSpan.FromMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
