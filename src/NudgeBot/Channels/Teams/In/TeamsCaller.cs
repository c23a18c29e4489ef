namespace NudgeBot.Channels.Teams.In;

/// <summary>Who sent a request, as its token proves.</summary>
/// <param name="ServiceUrl">Where it says that answers go; null where it does not say.</param>
/// <param name="Endorsements">The channels that its key may speak for; null where any.</param>
/// <param name="IsTrusted">True for a local test client in development, of which nothing more is asked.</param>
internal sealed record TeamsCaller(string? ServiceUrl, IReadOnlyList<string>? Endorsements, bool IsTrusted = false);
