using NudgeBot.Commands.Grammar;

namespace NudgeBot.Circle;

/// <summary>What a member said about somebody they choose; null is what was not said.</summary>
internal sealed record Choice(Ring? Ring, Cadence? Cadence, string? Reason)
{
    /// <summary>Where the person stands when this is added to where they stood: what was not said stays, or is the usual.</summary>
    public Standing After(Standing? before, int seats, DateOnly today)
    {
        var ring = Ring ?? before?.Ring ?? Circle.Ring.Close;
        return new Standing(
            Rings.Seats(ring, seats) == 0 ? Rings.Other(ring) : ring,
            Cadence?.ToString() ?? before?.Cadence,
            Cadence?.Days ?? before?.CadenceDays,
            Reason ?? before?.Reason ?? "",
            before is { HasSeat: true } ? before.ChosenOn : today,
            RestedOn: null);
    }
}
