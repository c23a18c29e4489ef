namespace NudgeBot.Commands.Grammar;

/// <summary>A span of time as people say it: <c>2 weeks</c>, <c>10 days</c>, <c>a month</c>.</summary>
internal readonly record struct Span(int Count, TimeUnit Unit)
{
    /// <summary>Reads a whole text as a span of a day to five years.</summary>
    public static Parsed<Span> Read(string text)
    {
        var sentence = Sentence.Of(text);
        return sentence.Whole(SpanGrammar.Amount) is { } span
            ? span.IsWithinBounds ? span : new GrammarError(GrammarErrorKind.SpanOutOfRange, 0, text.Trim(), Limit: TimeUnits.MostDays)
            : new GrammarError(GrammarErrorKind.BadDate, 0, text.Trim(), Expected: ["2 weeks", "10 days", "a month"]);
    }

    /// <summary>True from one day to five years.</summary>
    public bool IsWithinBounds => Count > 0 && TimeUnits.Days(Count, Unit) <= TimeUnits.MostDays;

    /// <summary>The date when a span that begins on some date is over.</summary>
    public DateOnly After(DateOnly date) => TimeUnits.Add(date, Count, Unit);

    /// <summary>The phrase, which reads back as the same span.</summary>
    public override string ToString() => TimeUnits.Text(Count, Unit);
}
