namespace NudgeBot.Circle;

/// <summary>
/// How far a member's own answers have moved the rhythm with one associate: a step later with every <i>Not now</i> and <i>Snooze</i>, a step
/// back with every <i>I reached out</i>. Four steps make it twice as long, which is the most. It never gets shorter than what the member asked
/// for, or than what the pair's own history shows: that reckons with every contact anyway.
/// </summary>
internal static class Leaning
{
    private const int Most = 4;

    /// <summary>By how much the rhythm is stretched after so many steps; 1 after none.</summary>
    public static double Stretch(int steps) => Math.Pow(2, steps / 4.0);

    /// <summary>The steps after one more in a direction.</summary>
    public static int Move(int steps, int by) => Math.Clamp(steps + by, 0, Most);
}
