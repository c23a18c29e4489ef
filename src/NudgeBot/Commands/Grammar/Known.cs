namespace NudgeBot.Commands.Grammar;

/// <summary>Which names a text could hold, so that one query fetches those that are really known before the text is split.</summary>
internal static class Known
{
    /// <summary>A name has at most this many words.</summary>
    internal const int Words = 4;

    private const int Reach = 40;

    /// <summary>The folded runs of one to four words among the first forty: at most 200 of them, each once.</summary>
    public static IReadOnlyList<string> NameCandidates(string text)
    {
        var sentence = Sentence.Of(text);
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        for (var from = 0; from < Math.Min(sentence.Count, Reach); from++)
        {
            if (sentence[from].Kind is Lexeme.Quoted)
                candidates.Add(Fold.Name(sentence.Inner(from)));
            else if (sentence[from].Kind is Lexeme.Handle)
                candidates.Add(Fold.Name(sentence.Inner(from).Replace('.', ' ')));
            for (var count = 1; count <= Words && sentence.IsName(from, count); count++)
                candidates.Add(sentence.Folded(from, count));
        }

        candidates.Remove("");
        return [.. candidates];
    }
}
