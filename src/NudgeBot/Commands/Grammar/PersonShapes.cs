namespace NudgeBot.Commands.Grammar;

internal static partial class Shapes
{
    private static readonly string[] MarkExamples = ["trusted", "would be glad"];

    /// <summary>One person and nothing else: <c>release @ana</c>.</summary>
    public static Parsed<PersonName> Person(string text, ParseContext context)
    {
        var sentence = Sentence.Of(text);
        return One(sentence, context, Following.Nothing, _ => Stop.None).Then<PersonName>(found =>
            found.Next < sentence.Count ? Unknown(sentence, found.Next) : found.Name);
    }

    /// <summary>One person, or null when nothing was said.</summary>
    public static Parsed<PersonName?> PersonOrNone(string text, ParseContext context) =>
        string.IsNullOrWhiteSpace(text) ? (PersonName?)null : Person(text, context).Then<PersonName?>(person => person);

    /// <summary><c>@ana likes tea</c>, <c>ana lopez: a QA lead</c>: a person and a text, both needed.</summary>
    public static Parsed<PersonTextArgs> PersonAndText(string text, ParseContext context)
    {
        var sentence = Sentence.Of(text);
        return One(sentence, context, Following.RequiredText, at => sentence[at].Kind is Lexeme.Colon ? Stop.Strong : Stop.None).Then(found =>
            RequiredText(sentence, found.Next, sentence.Count).Then<PersonTextArgs>(what => new PersonTextArgs(found.Name, what)));
    }

    /// <summary><c>@ana on 3 March ask how the launch went</c>, the date behind the person or at the end. It is not checked to be ahead.</summary>
    public static Parsed<FollowUpArgs> FollowUp(string text, ParseContext context)
    {
        var sentence = Sentence.Of(text);
        return One(
                sentence, context, Following.RequiredText,
                at => sentence[at].Kind is Lexeme.Colon || DateFinder.At(sentence, at) is not null ? Stop.Strong : Stop.None,
                at: sentence.Word(0) == "with" ? 1 : 0)
            .Then<FollowUpArgs>(found =>
            {
                var early = DateFinder.At(sentence, found.Next);
                if ((early ?? DateFinder.AtEnd(sentence, found.Next, ahead: true)) is not { } when)
                    return new GrammarError(GrammarErrorKind.MissingDate, sentence.PositionOf(found.Next), Expected: ["on 3 March", "next monday", "in 2 weeks"]);
                var (from, to) = early is null ? (found.Next, when.Start) : (early.End, sentence.Count);
                return when.Resolve(context.Today, Direction.Future).Then(on =>
                    RequiredText(sentence, from, to).Then<FollowUpArgs>(what => new FollowUpArgs(found.Name, on, what)));
            });
    }

    /// <summary><c>@ana 2 weeks</c>, <c>@ana until monday</c>: a person and how long. It is not checked to be ahead.</summary>
    public static Parsed<SnoozeArgs> Snooze(string text, ParseContext context)
    {
        var sentence = Sentence.Of(text);
        return One(sentence, context, Following.Nothing, at => IsUntil(sentence, at) ? Stop.Strong : Stop.None).Then(found =>
            UntilAt(sentence, found.Next, context.Today).Then<SnoozeArgs>(until => until is { } date
                ? new SnoozeArgs(found.Name, date)
                : new GrammarError(GrammarErrorKind.MissingDate, sentence.PositionOf(found.Next), Expected: UntilExamples)));
    }

    /// <summary><c>@ana trusted</c>, <c>@ana would be glad</c>, or both with an <c>and</c> between. That there is a mark at all is not checked.</summary>
    public static Parsed<MarkArgs> Mark(string text, ParseContext context)
    {
        var sentence = Sentence.Of(text);
        return One(sentence, context, Following.Nothing, at => IsMark(sentence, at) ? Stop.Strong : Stop.None).Then<MarkArgs>(found =>
        {
            var (trusted, glad) = (false, false);
            for (var at = found.Next; at < sentence.Count; at++)
            {
                if (sentence[at].Kind is Lexeme.Comma or Lexeme.Colon || sentence.Word(at) is "and" or "would" or "be" or "as")
                    continue;
                if (!IsMark(sentence, at))
                    return Unknown(sentence, at, MarkExamples);
                trusted |= sentence.Word(at) is "trusted";
                glad |= sentence.Word(at) is "glad";
            }

            return new MarkArgs(found.Name, trusted, glad);
        });
    }

    private static bool IsMark(Sentence sentence, int at) =>
        sentence.Word(at) is "trusted" or "glad" || (sentence.Word(at) is "would" && sentence.Word(at + 1) is "be");

    private static Parsed<FoundPerson> One(Sentence sentence, ParseContext context, Following following, Func<int, Stop> stops, int at = 0)
    {
        var reader = new PersonReader(sentence, context, sentence.Count, following, stops);
        return reader.Read(at) is not { } found ? reader.Missing(at)
            : Limits.TooLong(found.Name) is { } tooLong ? tooLong
            : found;
    }

    private static GrammarError Unknown(Sentence sentence, int at, params IReadOnlyList<string> expected) =>
        new(GrammarErrorKind.UnknownWord, sentence.PositionOf(at), sentence.Raw(at, at + 1), Expected: expected);

    private static Parsed<string> RequiredText(Sentence sentence, int from, int to)
    {
        var start = from;
        while (start < to && sentence[start].Kind is Lexeme.Comma or Lexeme.Colon)
            start++;
        var text = sentence.Raw(start, to).TrimEnd(',', ';', ' ');
        return text.Length == 0 ? new GrammarError(GrammarErrorKind.MissingText, sentence.PositionOf(start))
            : Limits.TooLong(text, sentence.PositionOf(start)) is { } tooLong ? tooLong
            : text;
    }
}
