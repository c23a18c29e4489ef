namespace NudgeBot.Nudges.Sending;

/// <summary>The times of day that <c>When?</c> offers. No setting asks when somebody has stand-up or lunch; these are the usual hours.</summary>
internal static class HandyTime
{
    public const string AfterStandUp = "standup", AtLunch = "lunch", Picked = "pick";

    /// <summary>The time of day by name; null for one that the member picks, and for any other text.</summary>
    public static TimeOnly? TimeOf(string choice) => choice switch
    {
        AfterStandUp => new(10, 15),
        AtLunch => new(12, 30),
        _ => null,
    };
}
