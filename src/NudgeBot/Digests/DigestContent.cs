using NudgeBot.Circle.Asks;
using NudgeBot.Ledger;

namespace NudgeBot.Digests;

/// <summary>What a digest shows.</summary>
/// <param name="Thanks">Help that its receivers shared; those of one record together.</param>
/// <param name="Waiting">How many reconnections are waiting, or null when nothing may be said about it.</param>
/// <param name="Asks">Asks that their authors made public.</param>
/// <param name="Pairs">Who might meet again.</param>
/// <param name="Joined">The accounts in the channel's shared circle.</param>
/// <param name="Names">The names of all accounts that are mentioned.</param>
internal sealed record DigestContent(
    IReadOnlyList<IReadOnlyList<SharedThanks>> Thanks, int? Waiting, IReadOnlyList<PublicAsk> Asks, IReadOnlyList<SuggestedPair> Pairs,
    IReadOnlySet<string> Joined, IReadOnlyDictionary<string, string> Names)
{
    public bool IsEmpty => Thanks.Count == 0 && Waiting is null && Asks.Count == 0 && Pairs.Count == 0;
}
