namespace NudgeBot.Channels;

/// <summary>What the doctor found in one place.</summary>
/// <param name="About">The place, such as database.</param>
/// <param name="Found">What is there.</param>
/// <param name="Next">The next step where it is a fault; null where all is well.</param>
internal sealed record Finding(string About, string Found, string? Next = null)
{
    public bool IsFault => Next is not null;

    /// <summary>The finding as people read it.</summary>
    public string Line => IsFault ? $"FAULT  {About}: {Found}\n       Next: {Next}" : $"ok     {About}: {Found}";
}
