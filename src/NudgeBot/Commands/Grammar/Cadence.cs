namespace NudgeBot.Commands.Grammar;

/// <summary>How often a member wants to be in touch: every so many units, from a day to five years.</summary>
internal readonly record struct Cadence(int Count, TimeUnit Unit)
{
    private static readonly string[] Examples = ["every 6 weeks", "monthly", "quarterly", "twice a year"];

    /// <summary>About how many days lie between: a month counts 30.4375, a year 365.25.</summary>
    public int Days => TimeUnits.Days(Count, Unit);

    /// <summary>Reads a whole text as a cadence.</summary>
    public static Parsed<Cadence> Read(string text)
    {
        var sentence = Sentence.Of(text);
        return sentence.Whole(CadenceGrammar.Phrase) is { } cadence
            ? cadence.Checked(0, text.Trim())
            : new GrammarError(GrammarErrorKind.BadCadence, 0, text.Trim(), Expected: Examples);
    }

    /// <summary>The cadence itself, or the error when it is out of bounds.</summary>
    internal Parsed<Cadence> Checked(int position, string found) =>
        Count > 0 && Days <= TimeUnits.MostDays
            ? this
            : new GrammarError(GrammarErrorKind.SpanOutOfRange, position, found, Limit: TimeUnits.MostDays, Expected: Examples);

    /// <summary>The English phrase, which reads back as the same cadence: <c>every 6 weeks</c>, <c>every month</c>.</summary>
    public override string ToString() => "every " + (Count == 1 ? TimeUnits.Text(1, Unit)[2..] : TimeUnits.Text(Count, Unit));
}
