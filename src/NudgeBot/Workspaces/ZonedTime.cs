namespace NudgeBot.Workspaces;

/// <summary>Finds the instant of a date and time of day in a zone, also where daylight saving skips or repeats it.</summary>
internal static class ZonedTime
{
    /// <summary>
    /// The instant in UTC. A time that is skipped moves to the end of the gap, and one that is repeated means the first of the two, so that
    /// every date has each time of day exactly once (the rule of Cronos for times of day). It asks the zone only for offsets at instants:
    /// where winter is the saving time (Dublin, Casablanca) .NET calls no local time invalid or ambiguous.
    /// </summary>
    public static DateTimeOffset Instant(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero);
        var before = zone.GetUtcOffset(Moved(local, -TimeSpan.FromDays(1)));
        var after = zone.GetUtcOffset(Moved(local, TimeSpan.FromDays(1)));
        var (early, late) = (Moved(local, -before), Moved(local, -after));
        if (before == after || zone.GetUtcOffset(early) == before)
            return early;
        if (zone.GetUtcOffset(late) == after)
            return late;

        // In the gap: the clock's first instant with the new offset lies between the two readings.
        var (low, high) = (late.UtcTicks, early.UtcTicks);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == after ? (low, middle) : (middle, high);
        }

        return new(high, TimeSpan.Zero);
    }

    private static DateTimeOffset Moved(DateTimeOffset at, TimeSpan by) =>
        new(Math.Clamp(at.UtcTicks + by.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
}
