namespace NudgeBot.Commands.Grammar;

/// <summary>Finds dates among other words.</summary>
internal static class DateFinder
{
    // "on Tuesday, the 12th of May, 2019" has nine pieces.
    private const int Longest = 9;

    // A word that ties the date behind it to the text before: "the plan for next monday".
    private static readonly HashSet<string> Ties =
    [
        "for", "by", "until", "till", "of", "from", "since", "before", "after", "the", "a", "an", "to", "with", "about", "every", "each", "than",
        "like", "between", "during", "per", "due", "within", "starting",
    ];

    /// <summary>The date phrase that begins at a place, or null.</summary>
    public static FoundDate? At(Sentence sentence, int at) =>
        DateGrammar.Phrase(sentence.From(at)) is { HasValue: true } found && found.Remainder.Position is var end
            ? new FoundDate(sentence, at, found.Remainder.IsAtEnd ? sentence.Count : end, found.Value)
            : null;

    /// <summary>
    /// The date phrase that ends the sentence, unless the word before it ties it to the text. Emoji and other signs may follow it.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="from">The first piece that may belong to it.</param>
    /// <param name="ahead">True to accept <c>in 2 weeks</c>, which in a record says how long something took: "learn it in 2 weeks".</param>
    public static FoundDate? AtEnd(Sentence sentence, int from, bool ahead)
    {
        var end = sentence.Count;
        while (end > from && !sentence[end - 1].ToStringValue().EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit))
            end--;

        for (var start = Math.Max(from, end - Longest); start < end; start++)
        {
            if (At(sentence, start) is not { } found || found.End < end)
                continue;
            var tied = Ties.Contains(sentence.Word(start - 1)) || (!ahead && sentence.Word(start) == "in");
            return tied ? null : found;
        }

        return null;
    }
}
