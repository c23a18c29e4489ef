namespace NudgeBot.Commands.Grammar;

/// <summary>Reads one person at a place of a sentence.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="context">The names that are known.</param>
/// <param name="end">The first piece that cannot belong to a name, such as the date at the end of a record.</param>
/// <param name="following">What may stand behind the name.</param>
/// <param name="stops">What a piece of this shape means for the name before it: weak, strong or none.</param>
internal sealed class PersonReader(Sentence sentence, ParseContext context, int end, Following following, Func<int, Stop> stops)
{
    private readonly BareNames bare = new(sentence, context, following);

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

    /// <summary>What a piece means for the name before it.</summary>
    public Stop StopAt(int at) =>
        at >= sentence.Count ? Stop.End
        : at >= end ? Stop.Strong
        : IsSeparator(at) ? Stop.Separator
        : stops(at);

    /// <summary>The first piece at or behind a place that does not separate persons.</summary>
    public int SkipSeparators(int at)
    {
        while (IsSeparator(at))
            at++;
        return at;
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
        var count = Math.Max(1, bare.Known(at, end - at));
        var words = Enumerable.Range(at, count).Select(sentence.Inner);
        return new FoundPerson(new PersonName.Handle(sentence.PositionOf(at), string.Join(' ', words)), at + count);
    }

    private FoundPerson? Bare(int at)
    {
        var known = bare.Known(at, end - at);
        if (known == 0 && (IsSeparator(at) || !sentence.HasLetter(at) || NameWords.CannotBegin(sentence.Word(at))))
            return null;

        // One word more than a name has is enough to know that the run is none.
        var next = at + 1;
        while (next <= at + Grammar.Known.Words && StopAt(next) is Stop.None && bare.GoesOn(next))
            next++;
        var run = next - at;

        var length = bare.Length(at, run, StopAt(next));
        var name = sentence.Raw(at, at + length).TrimEnd(Sentence.Trailing);
        var doubtful = known == 0 && bare.Capitals(at, run) < length && (run > 1 || StopAt(next) is Stop.None or Stop.Weak);
        return new FoundPerson(new PersonName.Bare(sentence.PositionOf(at), name), at + length, doubtful);
    }

    private bool IsSeparator(int at) =>
        at < sentence.Count && (sentence[at].Kind is Lexeme.Comma or Lexeme.Ampersand || sentence.Word(at) is "and" or "+");
}
