namespace NudgeBot.Commands.Grammar;

internal static partial class Shapes
{
    private static readonly string[] ChooseExamples = ["inner", "close", "every 6 weeks", "because …"];

    /// <summary>
    /// <c>@ana inner every 6 weeks because we think alike</c>: ring and cadence in any order, before or behind the person, each at most once;
    /// the reason is everything behind "because".
    /// </summary>
    public static Parsed<ChooseArgs> Choose(string text, ParseContext context)
    {
        var sentence = Sentence.Of(text);
        var reader = new PersonReader(
            sentence, context, sentence.Count, Following.Nothing,
            at => IsBecause(sentence, at) || RingAt(sentence, at) is not null || IsFiller(sentence, at) || CadenceAt(sentence, at) is not null
                ? Stop.Strong
                : Stop.None);

        PersonName? who = null;
        RingWord? ring = null;
        Cadence? cadence = null;
        var next = 0;
        while (next < sentence.Count && !IsBecause(sentence, next))
        {
            if (ring is null && RingAt(sentence, next) is { } said)
            {
                (ring, next) = (said, next + 1);
            }
            else if (cadence is null && CadenceAt(sentence, next) is var (rhythm, end))
            {
                var found = sentence.Raw(next, end);
                if (rhythm.Checked(sentence.PositionOf(next), found) is { Ok: false } wrong)
                    return wrong.Error;
                (cadence, next) = (rhythm, end);
            }
            else if (who is null && reader.Read(next) is { } person)
            {
                if (Limits.TooLong(person.Name) is { } tooLong)
                    return tooLong;
                (who, next) = (person.Name, person.Next);
            }
            else if (who is not null && IsFiller(sentence, next))
            {
                next++;
            }
            else
            {
                return who is null ? reader.Missing(next)
                    : sentence.Word(next) is "every" or "each" ? new GrammarError(GrammarErrorKind.BadCadence, sentence.PositionOf(next), sentence.Raw(next, sentence.Count), Expected: ["every 6 weeks", "monthly", "twice a year"])
                    : Unknown(sentence, next, ChooseExamples);
            }
        }

        if (who is null)
            return reader.Missing(next);
        return next == sentence.Count
            ? new ChooseArgs(who, ring, cadence, null)
            : RequiredText(sentence, next + 1, sentence.Count).Then<ChooseArgs>(because => new ChooseArgs(who, ring, cadence, because));
    }

    private static bool IsBecause(Sentence sentence, int at) => sentence.Word(at) is "because" or "cause" or "bc";

    // "as inner", "in the inner circle", "and monthly"
    private static bool IsFiller(Sentence sentence, int at) =>
        sentence[at].Kind is Lexeme.Comma || sentence.Word(at) is "as" or "in" or "to" or "the" or "my" or "circle" or "ring" or "and";

    private static RingWord? RingAt(Sentence sentence, int at) => sentence.Word(at) switch
    {
        "inner" => RingWord.Inner,
        "close" => RingWord.Close,
        _ => null,
    };

    private static (Cadence Cadence, int End)? CadenceAt(Sentence sentence, int at) =>
        CadenceGrammar.Phrase(sentence.From(at)) is { HasValue: true } found
            ? (found.Value, found.Remainder.IsAtEnd ? sentence.Count : found.Remainder.Position)
            : null;
}
