namespace NudgeBot.Circle;

/// <summary>How close a seat is.</summary>
internal enum Ring
{
    Inner,
    Close,
}

/// <summary>How the seats of a circle are divided among the rings, and what holds for each.</summary>
internal static class Rings
{
    /// <summary>
    /// A third of all seats, rounded down, are inner and the rest are close: 5 and 10 of the usual 15. A circle of one or two seats has
    /// no inner ring.
    /// </summary>
    public static int Seats(Ring ring, int all) => ring == Ring.Inner ? all / 3 : all - (all / 3);

    /// <summary>The cadence in days where the member set none.</summary>
    public static int CadenceDays(Ring ring) => ring == Ring.Inner ? 14 : 30;

    /// <summary>The other one of the two.</summary>
    public static Ring Other(Ring ring) => ring == Ring.Inner ? Ring.Close : Ring.Inner;
}
