namespace NudgeBot.Delivery;

/// <summary>
/// When something falls due: at an instant, or at a time of day of some zone. The latter stays what it is when the zone's rules change, and
/// the instant follows (<see cref="ZoneChanges"/>).
/// </summary>
/// <param name="At">The instant, as the zone's rules are known now.</param>
/// <param name="Zone">The zone whose clock shows the time that is meant; null where the instant itself is meant.</param>
internal readonly record struct DueTime(DateTimeOffset At, TimeZoneInfo? Zone)
{
    /// <summary>An instant that means nothing but itself.</summary>
    public static implicit operator DueTime(DateTimeOffset at) => new(at, null);

    /// <summary>What a zone's clock shows at an instant; null for none.</summary>
    public static DueTime? Local(DateTimeOffset? at, TimeZoneInfo zone) => at is { } instant ? new(instant, zone) : null;
}
