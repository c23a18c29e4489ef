using Superpower;

namespace NudgeBot.Commands.Grammar;

/// <summary>Every way to say a cadence.</summary>
internal static class CadenceGrammar
{
    private static readonly TokenListParser<Lexeme, Cadence> Adverb = Words.Lookup(
        Words.Table<Cadence>(
            ("daily", new(1, TimeUnit.Day)),
            ("weekly", new(1, TimeUnit.Week)),
            ("fortnightly biweekly", new(2, TimeUnit.Week)),
            ("monthly", new(1, TimeUnit.Month)),
            ("quarterly", new(3, TimeUnit.Month)),
            ("yearly annually", new(1, TimeUnit.Year))),
        "weekly, monthly, quarterly or yearly");

    // every 6 weeks, every week, every other month, every second year
    private static readonly TokenListParser<Lexeme, Cadence> Every =
        from every in Words.Word("every", "each")
        from count in Words.Word("other", "second").Value(2).Or(Words.Word("third").Value(3)).Or(Words.Number).OptionalOrDefault(1)
        from unit in SpanGrammar.Unit
        select new Cadence(count * unit.Count, unit.Unit);

    // once a week, twice a year, three times a year, 4 times a year
    private static readonly TokenListParser<Lexeme, Cadence> Times =
        from times in Words.Word("once").Value(1).Or(Words.Word("twice").Value(2)).Or(Words.Number.Then(count => Words.Word("times").Value(count)))
        from per in Words.Word("a", "per", "each", "every")
        from unit in SpanGrammar.Unit.Where(unit => Divides(times, unit), "a unit that this divides evenly")
        select times == 1 ? new Cadence(unit.Count, unit.Unit) : new Cadence(Months(unit) / times, TimeUnit.Month);

    /// <summary>A cadence, not yet checked against its bounds.</summary>
    internal static readonly TokenListParser<Lexeme, Cadence> Phrase = Adverb.Or(Every.Try()).Or(Times.Try());

    // Only what divides into whole months: "twice a month" would need half of one.
    private static bool Divides(int times, Span unit) => times == 1 || (times > 0 && Months(unit) is > 0 and var months && months % times == 0);

    private static int Months(Span unit) => unit.Unit switch { TimeUnit.Year => 12 * unit.Count, TimeUnit.Month => unit.Count, _ => 0 };
}
