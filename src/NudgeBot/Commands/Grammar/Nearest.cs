namespace NudgeBot.Commands.Grammar;

/// <summary>What somebody may have meant by a word that is no command.</summary>
internal static class Nearest
{
    private const int Longest = 30;

    /// <summary>
    /// The candidate with the fewest insertions, deletions, changes and swaps of neighbours (Damerau and Levenshtein, restricted), or null
    /// when none is near: one slip up to five letters, two up to eight, three beyond; of two letters the first must be right. The beginning
    /// of a candidate, from three letters on, is near too. Of equals, the one that begins alike for longest, then the longer.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var typed = Fold.Name(word);
        if (typed.Length is < 2 or > Longest)
            return null;

        var slips = typed.Length switch { <= 5 => 1, <= 8 => 2, _ => 3 };
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(typed, Fold.Name(candidate)), Alike: Alike(typed, Fold.Name(candidate))))
            .Where(near => (near.Distance <= slips && (typed.Length > 2 || near.Alike > 0)) || (typed.Length >= 3 && near.Alike == typed.Length))
            .OrderBy(near => near.Distance)
            .ThenByDescending(near => near.Alike)
            .ThenByDescending(near => near.Candidate.Length)
            .ThenBy(near => near.Candidate, StringComparer.Ordinal)
            .Select(near => near.Candidate)
            .FirstOrDefault();
    }

    private static int Alike(string typed, string candidate) => typed.Zip(candidate).TakeWhile(pair => pair.First == pair.Second).Count();

    private static int Distance(string from, string to)
    {
        int[] twoAbove = [], above = [.. Enumerable.Range(0, to.Length + 1)];
        for (var row = 1; row <= from.Length; row++)
        {
            int[] cells = [row, .. new int[to.Length]];
            for (var column = 1; column <= to.Length; column++)
            {
                var changed = above[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                cells[column] = Math.Min(changed, Math.Min(above[column], cells[column - 1]) + 1);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                    cells[column] = Math.Min(cells[column], twoAbove[column - 2] + 1);
            }

            (twoAbove, above) = (above, cells);
        }

        return above[to.Length];
    }
}
