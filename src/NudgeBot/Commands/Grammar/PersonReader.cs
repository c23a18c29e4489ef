namespace NudgeBot.Commands.Grammar;

/// <summary>What may stand behind a name, which decides how far a bare name reaches.</summary>
internal enum Following
{
    /// <summary>Nothing, or what the shape itself recognises: "snooze ana lopez 2 weeks".</summary>
    Nothing,

    /// <summary>Text with a connective: "met ana lopez about hiring".</summary>
    Clause,

    /// <summary>Text with or without a connective: "helped bob move house".</summary>
    Sentence,

    /// <summary>Text that must be there: "note ana likes tea".</summary>
    RequiredText,
}

/// <summary>A person with the place behind it.</summary>
/// <param name="Name">Who.</param>
/// <param name="Next">The first piece behind the name.</param>
/// <param name="Doubtful">True for several unknown small words that end at nothing certain: they may be text as well.</param>
internal sealed record FoundPerson(PersonName Name, int Next, bool Doubtful = false);

/// <summary>Reads one person at a place of a sentence.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="context">The names that are known.</param>
/// <param name="end">The first piece that cannot belong to a name.</param>
/// <param name="following">What may stand behind the name.</param>
/// <param name="stops">True where something begins that is no name: a connective, a date.</param>
internal sealed class PersonReader(Sentence sentence, ParseContext context, int end, Following following, Func<int, bool> stops)
{
    // Words that stand in sentences and not in names; "van", "de", "la" and the like do stand in names.
    private static readonly HashSet<string> FunctionWords =
    [
        "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "their", "our", "its", "i", "you", "he", "she", "it", "we", "they",
        "me", "him", "them", "us", "to", "in", "on", "at", "of", "for", "with", "about", "from", "by", "into", "is", "was", "are", "were", "has", "have",
        "had", "will", "would", "can", "could", "should", "not", "no", "so", "because", "who", "whose", "how", "what", "when", "where", "why", "some",
    ];

    /// <summary>The person at a place, or null when none begins there.</summary>
    public FoundPerson? Read(int at)
    {
        if (at >= end)
            return null;
        var position = sentence.PositionOf(at);
        return sentence[at].Kind switch
        {
            Lexeme.Mention => new FoundPerson(Mention(at), at + 1),
            Lexeme.Email => new FoundPerson(new PersonName.Email(position, sentence.Inner(at)), at + 1),
            Lexeme.Quoted when sentence.HasLetter(at) => new FoundPerson(new PersonName.Quoted(position, sentence.Inner(at)), at + 1),
            Lexeme.Handle => Handle(at),
            Lexeme.Word => Bare(at),
            _ => null,
        };
    }

    /// <summary>The error where a person is needed at a place and none stands there.</summary>
    public GrammarError Missing(int at) =>
        at < sentence.Count && sentence[at].Kind is Lexeme.Quote
            ? new GrammarError(GrammarErrorKind.UnclosedQuote, sentence.PositionOf(at), sentence.Raw(at, sentence.Count))
            : new GrammarError(GrammarErrorKind.MissingPerson, sentence.PositionOf(at), at < sentence.Count ? sentence.Raw(at, at + 1) : "");

    private PersonName.Mention Mention(int at)
    {
        var parts = sentence[at].ToStringValue()[2..^1].Split('|', 2);
        return new PersonName.Mention(sentence.PositionOf(at), parts[0], parts is [_, { Length: > 0 } label] ? label.Trim() : null);
    }

    // "@Ana Lopez" typed by hand is one person when that name is known.
    private FoundPerson Handle(int at)
    {
        var count = Math.Max(1, KnownLength(at, end));
        var words = Enumerable.Range(at, count).Select(sentence.Inner);
        return new FoundPerson(new PersonName.Handle(sentence.PositionOf(at), string.Join(' ', words)), at + count);
    }

    private FoundPerson? Bare(int at)
    {
        if (!sentence.HasLetter(at) || (FunctionWords.Contains(sentence.Word(at)) && KnownLength(at, end) == 0) || IsSeparator(at))
            return null;

        var run = at + 1;
        while (run < end && run - at <= Known.Words && sentence[run].Kind is Lexeme.Word && !stops(run) && !IsSeparator(run)
            && !FunctionWords.Contains(sentence.Word(run)))
        {
            run++;
        }

        var length = Length(at, run - at, BoundaryAt(run));
        var certain = length < run - at || length == 1 || BoundaryAt(run) is Boundary.Stop || KnownLength(at, run) == length || Capitals(at, run) == length;
        var name = sentence.Raw(at, at + length).TrimEnd(Sentence.Trailing);
        return new FoundPerson(new PersonName.Bare(sentence.PositionOf(at), name), at + length, !certain);
    }

    // How many of the words up to a boundary are the name.
    private int Length(int at, int run, Boundary boundary)
    {
        var known = KnownLength(at, at + run);
        var capitals = Capitals(at, at + run);
        var fits = run <= Known.Words;
        if (known == run)
            return run;
        if (known > 0)
        {
            var belongs = fits && boundary is not Boundary.Inside && (following, boundary) switch
            {
                (Following.Sentence, _) => capitals == run,
                (Following.RequiredText, _) => boundary is Boundary.Stop,
                (_, Boundary.Stop) => true,
                _ => capitals == run,
            };
            return belongs ? run : known;
        }

        return boundary switch
        {
            Boundary.Stop when following is Following.Sentence && capitals > 1 => capitals,
            Boundary.Stop or Boundary.Separator when fits => run,
            Boundary.End when fits && following is Following.Nothing or Following.Clause => run,
            Boundary.End when following is Following.RequiredText => capitals > 1 && capitals < run ? capitals : 1,
            Boundary.End when run <= 2 => run,
            _ => Math.Max(1, Math.Min(capitals, Known.Words)),
        };
    }

    private int KnownLength(int at, int limit)
    {
        for (var count = Math.Min(Known.Words, limit - at); count > 0; count--)
        {
            if (sentence.IsName(at, count) && context.KnownNames.Contains(sentence.Folded(at, count)))
                return count;
        }

        return 0;
    }

    private int Capitals(int at, int limit)
    {
        var last = at;
        while (last < limit && sentence.IsCapitalised(last))
            last++;
        return last - at;
    }

    private Boundary BoundaryAt(int at) =>
        at >= sentence.Count ? Boundary.End
        : at >= end || stops(at) ? Boundary.Stop
        : IsSeparator(at) ? Boundary.Separator
        : Boundary.Inside;

    /// <summary>True for what stands between two persons.</summary>
    internal bool IsSeparator(int at) =>
        at < sentence.Count && (sentence[at].Kind is Lexeme.Comma or Lexeme.Ampersand || sentence.Word(at) is "and" or "+");

    private enum Boundary
    {
        Inside,
        Separator,
        Stop,
        End,
    }
}
