namespace NudgeBot.Commands.Grammar;

/// <summary>
/// The arguments of commands: everything behind the command's own word, which <see cref="Typed.Clean"/> has cleaned. Each is understood
/// as a whole or not at all, and the position of an error counts from the beginning of the arguments.
/// </summary>
internal static partial class Shapes
{
    private static readonly string[] UntilExamples = ["2 weeks", "until monday", "until 3 March"];

    /// <summary>Nothing at all.</summary>
    public static Parsed<bool> None(string text)
    {
        var sentence = Sentence.Of(text);
        return sentence.Count == 0 ? true : Unknown(sentence, 0);
    }

    /// <summary>A text, which must be there.</summary>
    public static Parsed<string> Text(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? new GrammarError(GrammarErrorKind.MissingText, text.Length)
            : Limits.TooLong(trimmed, 0) is { } tooLong ? tooLong
            : trimmed;
    }

    /// <summary>A count from 1 to 50, or null when nothing was said.</summary>
    public static Parsed<int?> Count(string text)
    {
        var sentence = Sentence.Of(text);
        if (sentence.Count == 0)
            return (int?)null;
        return sentence.Whole(Words.Number) is { } count and >= 1 and <= Limits.Count
            ? (int?)count
            : new GrammarError(GrammarErrorKind.BadCount, sentence.PositionOf(0), text.Trim(), Limits.Count, "3");
    }

    /// <summary><c>until monday</c>, <c>for 2 weeks</c>, or null when nothing was said. It is not checked to be ahead.</summary>
    public static Parsed<DateOnly?> Until(string text, ParseContext context) => UntilAt(Sentence.Of(text), 0, context.Today);

    /// <summary><c>here weekly friday 15:00</c>, <c>off</c>, <c>preview</c>.</summary>
    public static Parsed<DigestArgs> Digest(string text)
    {
        var sentence = Sentence.Of(text);
        if (sentence.Word(0) is "off" or "preview")
            return sentence.Count > 1 ? Unknown(sentence, 1) : sentence.Word(0) == "off" ? new DigestArgs.Off() : new DigestArgs.Preview();
        return DigestSchedule.Read(sentence, sentence.Word(0) == "here" ? 1 : 0).Then<DigestArgs>(schedule => new DigestArgs.Here(schedule));
    }

    private static bool IsUntil(Sentence sentence, int at) =>
        sentence.Word(at) is "until" or "till" or "til" or "for" || SpanAt(sentence, at) is not null || DateFinder.At(sentence, at) is not null;

    private static Span? SpanAt(Sentence sentence, int at) => sentence.Whole(SpanGrammar.Amount, at);

    private static Parsed<DateOnly?> UntilAt(Sentence sentence, int at, DateOnly today)
    {
        if (at >= sentence.Count)
            return (DateOnly?)null;
        var start = sentence.Word(at) is "until" or "till" or "til" or "for" ? at + 1 : at;
        var found = sentence.Raw(start, sentence.Count);
        if (SpanAt(sentence, start) is { } span)
            return span.IsWithinBounds ? (DateOnly?)span.After(today) : new GrammarError(GrammarErrorKind.SpanOutOfRange, sentence.PositionOf(start), found, TimeUnits.MostDays);
        if (DateFinder.At(sentence, start) is { } date && date.End == sentence.Count)
            return date.Resolve(today, Direction.Future).Then<DateOnly?>(until => until);
        return new GrammarError(found.Length == 0 ? GrammarErrorKind.MissingDate : GrammarErrorKind.BadDate, sentence.PositionOf(start), found, Expected: UntilExamples);
    }
}
