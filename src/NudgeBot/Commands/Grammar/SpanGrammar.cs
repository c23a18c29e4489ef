using Superpower;

namespace NudgeBot.Commands.Grammar;

/// <summary>Amounts of time: <c>2 weeks</c>, <c>a month</c>, <c>a couple of days</c>, <c>a fortnight</c>.</summary>
internal static class SpanGrammar
{
    /// <summary>A unit, singular or plural, with how many of ours it is.</summary>
    internal static readonly TokenListParser<Lexeme, Span> Unit = Words.Lookup(
        Words.Table<Span>(
            ("day days", new(1, TimeUnit.Day)),
            ("week weeks wk wks", new(1, TimeUnit.Week)),
            ("fortnight fortnights", new(2, TimeUnit.Week)),
            ("month months", new(1, TimeUnit.Month)),
            ("quarter quarters", new(3, TimeUnit.Month)),
            ("year years", new(1, TimeUnit.Year))),
        "days, weeks, months or years");

    private static readonly TokenListParser<Lexeme, int> Couple =
        from a in Words.Word("a")
        from couple in Words.Word("couple")
        from of in Words.Word("of").OptionalOrDefault("")
        select 2;

    private static readonly TokenListParser<Lexeme, int> Count = Couple.Try().Or(Words.Word("a", "an").Value(1)).Or(Words.Number);

    /// <summary>A count with its unit, not yet checked against any bound.</summary>
    internal static readonly TokenListParser<Lexeme, Span> Amount =
        from count in Count
        from unit in Unit
        select unit with { Count = count * unit.Count };
}
