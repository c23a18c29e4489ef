using CsCheck;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("every 6 weeks", "every 6 weeks", 42)]
    [InlineData("every six weeks", "every 6 weeks", 42)]
    [InlineData("every week", "every week", 7)]
    [InlineData("every other month", "every 2 months", 61)]
    [InlineData("every second week", "every 2 weeks", 14)]
    [InlineData("weekly", "every week", 7)]
    [InlineData("fortnightly", "every 2 weeks", 14)]
    [InlineData("every fortnight", "every 2 weeks", 14)]
    [InlineData("Monthly", "every month", 30)]
    [InlineData("quarterly", "every 3 months", 91)]
    [InlineData("every quarter", "every 3 months", 91)]
    [InlineData("twice a year", "every 6 months", 183)]
    [InlineData("four times a year", "every 3 months", 91)]
    [InlineData("once a month", "every month", 30)]
    [InlineData("yearly", "every year", 365)]
    [InlineData("every 10 days", "every 10 days", 10)]
    [InlineData("daily", "every day", 1)]
    [InlineData("every 5 years", "every 5 years", 1826)]
    public void A_cadence_is_read(string text, string phrase, int days)
    {
        var cadence = Cadence.Read(text).Value;

        Assert.Equal((phrase, days), (cadence.ToString(), cadence.Days));
    }

    [Theory]
    // Below a day, above five years
    [InlineData("every 0 weeks", GrammarErrorKind.SpanOutOfRange)]
    [InlineData("every 6 years", GrammarErrorKind.SpanOutOfRange)]
    [InlineData("every 99999 years", GrammarErrorKind.SpanOutOfRange)]
    // Nothing that divides evenly, or no cadence at all
    [InlineData("twice a month", GrammarErrorKind.BadCadence)]
    [InlineData("5 times a year", GrammarErrorKind.BadCadence)]
    [InlineData("0 times a year", GrammarErrorKind.BadCadence)]
    [InlineData("every", GrammarErrorKind.BadCadence)]
    [InlineData("now and then", GrammarErrorKind.BadCadence)]
    [InlineData("", GrammarErrorKind.BadCadence)]
    public void What_is_no_cadence_says_why(string text, object kind) => Assert.Equal(kind, Cadence.Read(text).Error?.Kind);

    [Fact]
    public void Every_cadence_reads_back() => Gen.Select(Gen.Int[1, 1826], Gen.Enum<TimeUnit>())
        .Select((count, unit) => new Cadence(count, unit))
        .Where(cadence => cadence.Days <= 1827)
        .Sample(cadence => Assert.Equal(cadence, Cadence.Read(cadence.ToString()).Value));

    [Fact]
    public void Every_span_reads_back() => Gen.Select(Gen.Int[1, 1826], Gen.Enum<TimeUnit>())
        .Select((count, unit) => new Span(count, unit))
        .Where(span => span.IsWithinBounds)
        .Sample(span => Assert.Equal(span, Span.Read(span.ToString()).Value));
}
