namespace NudgeBot.Commands.Grammar;

/// <summary>A date phrase within a sentence, from one piece up to another.</summary>
internal sealed record FoundDate(Sentence Sentence, int Start, int End, DatePhrase Phrase)
{
    /// <summary>The date, or the error at its place.</summary>
    public Parsed<DateOnly> Resolve(DateOnly today, Direction direction)
    {
        var (date, fault) = Phrase.Resolve(today, direction);
        var at = Sentence.Word(Start) == "on" ? Start + 1 : Start;
        return fault is { } kind
            ? new GrammarError(kind, Sentence.PositionOf(at), Sentence.Raw(at, End), Expected: Phrase is DatePhrase.Wrong wrong ? wrong.Expected : [])
            : date;
    }
}
