namespace NudgeBot.People;

/// <summary>Whom a name turned out to mean, before anything is added to the database.</summary>
internal abstract record Meant
{
    /// <summary>Somebody whom the member knows.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="AccountId">A colleague's account that turned out to be this person's, to be remembered; else null.</param>
    internal sealed record Known(Guid PersonId, string? AccountId) : Meant;

    /// <summary>A colleague of whom nothing is recorded yet.</summary>
    internal sealed record Colleague(string AccountId) : Meant;

    /// <summary>Somebody from outside the workspace whom the member names for the first time.</summary>
    internal sealed record Unknown(string Name, string? Email) : Meant;
}
