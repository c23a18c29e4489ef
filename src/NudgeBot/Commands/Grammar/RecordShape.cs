namespace NudgeBot.Commands.Grammar;

internal static partial class Shapes
{
    /// <summary>
    /// <c>@ana and bob with the board deck yesterday</c>: persons, then a text or nothing, and a date directly behind the persons or at
    /// the end. Positions count from the beginning of this text.
    /// </summary>
    public static Parsed<RecordArgs> Record(string text, ParseContext context, Connectives connectives)
    {
        var sentence = Sentence.Of(text);
        var last = DateFinder.AtEnd(sentence, 0, ahead: false);
        var end = last?.Start ?? sentence.Count;
        var reader = new PersonReader(
            sentence, context, end, connectives.BareText ? Following.Sentence : Following.Clause,
            at => sentence[at].Kind is Lexeme.Colon || connectives.Drops(sentence.Word(at)) || DateFinder.At(sentence, at) is not null ? Stop.Strong
                : connectives.Keeps(sentence.Word(at)) ? Stop.Weak
                : Stop.None);

        var persons = new List<PersonName>();
        var start = sentence.Word(0) is "with" or "to" ? 1 : 0;
        for (var found = reader.Read(start); found is not null; found = Next(sentence, reader, start, connectives.BareText))
        {
            if (Limits.TooLong(found.Name) is { } tooLong)
                return tooLong;
            if (persons.Count == Limits.Persons)
                return new GrammarError(GrammarErrorKind.TooManyPersons, found.Name.Position, Limit: Limits.Persons);
            persons.Add(found.Name);
            start = found.Next;
        }

        if (persons.Count == 0)
            return reader.Missing(start);
        if (start < end && DateFinder.At(sentence, start) is { } early)
            (last, start, end) = (early, early.End, sentence.Count);

        return Text(sentence, start, end, connectives).Then(what => last is null
            ? new RecordArgs(persons, what, null)
            : last.Resolve(context.Today, Direction.Past).Then<RecordArgs>(date => new RecordArgs(persons, what, date)));
    }

    // The person behind a separator, unless text begins there: "thanks bob, great work".
    private static FoundPerson? Next(Sentence sentence, PersonReader reader, int at, bool bareText)
    {
        var next = reader.SkipSeparators(at);
        if (next == at || reader.Read(next) is not { } found)
            return null;
        var joined = !bareText && sentence.Word(next - 1) == "and" && reader.StopAt(found.Next) is Stop.End;
        return !found.Doubtful || joined || LeadsOn(reader, found.Next) ? found : null;
    }

    // True when nothing but persons stands before a word that clearly ends them: "ana, chen wu and bob about hiring".
    private static bool LeadsOn(PersonReader reader, int at)
    {
        for (var person = 0; person < Limits.Persons && reader.StopAt(at) is Stop.Separator; person++)
        {
            if (reader.Read(reader.SkipSeparators(at)) is not { } found)
                return false;
            at = found.Next;
        }

        return reader.StopAt(at) is Stop.Strong;
    }

    private static Parsed<string?> Text(Sentence sentence, int from, int to, Connectives connectives)
    {
        var start = from;
        while (start < to && sentence[start].Kind is Lexeme.Comma or Lexeme.Colon)
            start++;
        var led = start < to && connectives.Drops(sentence.Word(start));
        if (led)
            start++;
        var what = sentence.Raw(start, to).TrimEnd(',', ';', '-', '–', '—', ' ');
        if (what.Length == 0)
            return led ? new GrammarError(GrammarErrorKind.MissingText, sentence.PositionOf(start)) : (string?)null;
        return Limits.TooLong(what, sentence.PositionOf(start)) is { } tooLong ? tooLong : what;
    }
}
