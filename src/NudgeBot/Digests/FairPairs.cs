namespace NudgeBot.Digests;

/// <summary>
/// Whom a digest suggests to meet again: two who helped each other once and have not been in touch for long. Who has waited longest for a
/// turn comes first, so everybody who can be named at all is named within as many digests as there are such members; nobody is named
/// twice in one digest, and a pair that the last digest named waits while there is another.
/// </summary>
internal static class FairPairs
{
    /// <summary>The most pairs in one digest.</summary>
    public const int Most = 3;

    /// <summary>Days without contact that count as long: twice the cadence of a close seat, from where a tie is called drifting.</summary>
    public const int LongDays = 60;

    /// <summary>Chooses the pairs of the next digest.</summary>
    /// <param name="members">Who belongs to the circle now.</param>
    /// <param name="ties">Every two who helped each other; in any order, those of former members are passed over.</param>
    /// <param name="today">The day of the digest.</param>
    public static IReadOnlyList<Tie> Choose(IReadOnlyCollection<string> members, IReadOnlyCollection<Tie> ties, DateOnly today)
    {
        var silent = ties
            .Where(tie => members.Contains(tie.First) && members.Contains(tie.Second) && tie.LastContact.AddDays(LongDays) <= today)
            .ToList();
        var last = ties.Max(tie => tie.LastSuggested);
        var rested = silent.Where(tie => tie.LastSuggested is null || tie.LastSuggested != last).ToList();

        var waiting = Ordered(rested.Count > 0 ? rested : silent, ties);
        List<Tie> chosen = [];
        while (chosen.Count < Most && waiting.FirstOrDefault(tie => !chosen.Exists(taken => taken.Has(tie.First) || taken.Has(tie.Second))) is { } next)
            chosen.Add(next);
        return chosen;
    }

    /// <summary>The pair of the member who has waited longest first; among that member's pairs, the partner who has.</summary>
    private static List<Tie> Ordered(IEnumerable<Tie> candidates, IReadOnlyCollection<Tie> ties)
    {
        var turns = ties
            .SelectMany(tie => new[] { (Member: tie.First, At: tie.LastSuggested), (Member: tie.Second, At: tie.LastSuggested) })
            .GroupBy(turn => turn.Member)
            .ToDictionary(group => group.Key, group => group.Max(turn => turn.At) ?? DateTimeOffset.MinValue);
        DateTimeOffset Earlier(Tie tie) => turns[tie.First] < turns[tie.Second] ? turns[tie.First] : turns[tie.Second];
        DateTimeOffset Later(Tie tie) => turns[tie.First] < turns[tie.Second] ? turns[tie.Second] : turns[tie.First];
        return
        [
            .. candidates.OrderBy(Earlier).ThenBy(Later).ThenBy(tie => tie.LastSuggested ?? DateTimeOffset.MinValue).ThenBy(tie => tie.LastContact)
                .ThenBy(tie => tie.First, StringComparer.Ordinal).ThenBy(tie => tie.Second, StringComparer.Ordinal),
        ];
    }
}
