namespace NudgeBot.People;

/// <summary>Somebody whom a name could mean.</summary>
/// <param name="PersonId">The member's person, or null for a colleague of whom nothing is recorded yet.</param>
/// <param name="AccountId">The colleague's account; null for a person whose account is remembered, or who has none.</param>
/// <param name="Name">The whole name.</param>
/// <param name="Hint">What tells them from another one of the same name; null when nothing is known.</param>
internal sealed record Candidate(Guid? PersonId, string? AccountId, string Name, string? Hint)
{
    private const string PersonKey = "person:", AccountKey = "account:";

    /// <summary>What a button carries.</summary>
    public string Key => PersonId is { } id ? PersonKey + id : AccountKey + AccountId;

    /// <summary>The person's id in a key, or null when it is no person's.</summary>
    public static Guid? PersonIn(string key) =>
        key.StartsWith(PersonKey, StringComparison.Ordinal) && Guid.TryParse(key[PersonKey.Length..], out var id) ? id : null;

    /// <summary>The account's id in a key, or null when it is no account's.</summary>
    public static string? AccountIn(string key) =>
        key.StartsWith(AccountKey, StringComparison.Ordinal) ? key[AccountKey.Length..] : null;

    public Meant Meant => PersonId is { } id ? new Meant.Known(id, AccountId) : new Meant.Colleague(AccountId!);
}
