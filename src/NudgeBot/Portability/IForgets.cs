namespace NudgeBot.Portability;

/// <summary>
/// Told, in the same transaction, when a member is forgotten, by whoever keeps copies of messages beside the rows that name the member:
/// a channel's own history, answers kept for retries.
/// </summary>
internal interface IForgets
{
    Task ForgetAsync(Forgotten member, CancellationToken cancellationToken);
}

/// <summary>A member who is being forgotten.</summary>
/// <param name="MemberId">The account.</param>
/// <param name="Name">The name by which messages call them, or null when the directory has none.</param>
/// <param name="StandIn">The word that takes the name's place.</param>
internal sealed record Forgotten(string MemberId, string? Name, string StandIn);
