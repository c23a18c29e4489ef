using NudgeBot.Workspaces;
using NudgeBot.Members;

namespace NudgeBot.Nudges;

/// <summary>When a member wants to be nudged, in their own zone.</summary>
/// <param name="Zone">The member's IANA zone.</param>
/// <param name="Day">The weekday of the regular nudge.</param>
/// <param name="At">The time of day of every nudge and follow-up.</param>
/// <param name="Off">Weekdays on which nothing is sent.</param>
/// <param name="Pace">How often the regular nudge comes.</param>
/// <param name="PausedUntil">Nothing is sent before this day; <see cref="DateOnly.MaxValue"/> until resumed.</param>
internal sealed record NudgeHours(TimeZoneInfo Zone, DayOfWeek Day, TimeOnly At, DaysOff Off, NudgePace Pace = NudgePace.Weekly, DateOnly? PausedUntil = null)
{
    /// <summary>The date in the member's zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant of a nudge on a date, UTC.</summary>
    public DateTimeOffset InstantOn(DateOnly date) => ZonedTime.Instant(date, At, Zone);

    /// <summary>
    /// Whether a date is a working day: no day off, and one that the zone has at all (Samoa had no 30 December 2011).
    /// </summary>
    public bool IsOpen(DateOnly date) => (Off & (DaysOff)(1 << (int)date.DayOfWeek)) == 0 && DateOf(InstantOn(date)) == date;

    /// <summary>Whether the regular nudge belongs to this date, before days off move it.</summary>
    public bool IsRegular(DateOnly date) => Pace switch
    {
        NudgePace.TwiceAWeek => date.DayOfWeek == Day || date.AddDays(-3).DayOfWeek == Day,
        NudgePace.Weekly => date.DayOfWeek == Day,
        // Weeks are counted from Monday 1 January of the year 1, so that the same weeks are meant whenever it is asked.
        NudgePace.EverySecondWeek => date.DayOfWeek == Day && date.DayNumber / 7 % 2 == 0,
        NudgePace.Monthly => date.DayOfWeek == Day && date.Day <= 7,
        _ => false,
    };
}

/// <summary>How often the regular nudge comes.</summary>
internal enum NudgePace
{
    Weekly,
    TwiceAWeek,
    EverySecondWeek,

    /// <summary>After three nudges in all without an answer.</summary>
    Monthly,

    /// <summary>After the last question stayed without an answer; follow-ups with a date still come.</summary>
    None,
}
