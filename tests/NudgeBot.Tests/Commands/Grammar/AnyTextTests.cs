using CsCheck;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>Whatever is typed, the grammar answers, soon, and with positions that are in the text.</summary>
public sealed class AnyTextTests
{
    private static readonly ParseContext Context = Some.Context("ana,ana lopez,bob");

    [Fact]
    public void No_text_throws() => Texts.Any.Sample(text =>
    {
        foreach (var error in Errors(text).Concat(Errors(Typed.Clean(text))))
            Assert.InRange(error.Position, 0, Math.Max(text.Length, Typed.Clean(text).Length));
    }, iter: 3_000);

    [Theory]
    [InlineData("and and , , @ ")]
    [InlineData("ana and ")]
    [InlineData("ana, ")]
    [InlineData("chen wu, ")]
    [InlineData("\"")]
    [InlineData("\" ")]
    [InlineData("<@")]
    [InlineData("<@a|")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("next ")]
    [InlineData("12 May ")]
    [InlineData("every 2 ")]
    [InlineData(":")]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("on the ")]
    public void Repeats_are_read_to_their_end(string piece)
    {
        // Far more than any platform sends. A reading that tried every way to split the repeats would not come back.
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        var errors = Errors(text).ToList();

        Assert.All(errors, error => Assert.InRange(error.Position, 0, text.Length));
    }

    [Fact]
    public void What_a_record_holds_stands_in_the_text() => Texts.Sentences.Sample(text =>
    {
        var parsed = Shapes.Record(text, Context, Connectives.Helped);
        if (!parsed.Ok)
            return;

        Assert.Contains(parsed.Value.What ?? "", text, StringComparison.Ordinal);
        Assert.All(parsed.Value.Who.OfType<PersonName.Bare>(), who => Assert.Equal(who.Position, text.IndexOf(who.Name, who.Position, StringComparison.Ordinal)));
    });

    [Fact]
    public void What_is_read_as_past_is_not_ahead() => Gen.OneOf(
            Gen.Select(Gen.Int[0, 99], Gen.OneOf("days", "weeks", "months", "years"), (count, unit) => $"{count} {unit} ago"),
            Gen.Enum<DayOfWeek>().Select(day => $"last {day}"),
            Gen.Enum<DayOfWeek>().Select(day => $"on {day}"),
            Gen.Select(Gen.Int[1, 28], Gen.OneOf("jan", "february", "Jun", "December"), (day, month) => $"{day} {month}"),
            Gen.OneOf("yesterday", "today", "last week", "last month", "last year"))
        .Select(Gen.Int[0, 40_000].Select(days => new DateOnly(2000, 1, 1).AddDays(days)), (phrase, today) => (phrase, today))
        .Sample((phrase, today) => Assert.InRange(DatePhrase.Read(phrase, today, Direction.Past).Value, new DateOnly(1900, 1, 1), today));

    [Fact]
    public void What_is_read_as_future_is_ahead() => Gen.OneOf(
            Gen.Select(Gen.Int[1, 60], Gen.OneOf("days", "weeks", "months", "years"), (count, unit) => $"in {count} {unit}"),
            Gen.Enum<DayOfWeek>().Select(day => $"next {day}"),
            Gen.Enum<DayOfWeek>().Select(day => $"{day}"),
            Gen.Select(Gen.Int[1, 29], Gen.OneOf("jan", "february", "Jun", "December"), (day, month) => $"{day} {month}"),
            Gen.OneOf("tomorrow", "next week", "next month", "next year"))
        .Select(Gen.Int[0, 40_000].Select(days => new DateOnly(2000, 1, 1).AddDays(days)), (phrase, today) => (phrase, today))
        .Sample((phrase, today) => Assert.InRange(DatePhrase.Read(phrase, today, Direction.Future).Value, today.AddDays(1), new DateOnly(2200, 12, 31)));

    [Fact]
    public void Every_date_reads_back_in_every_spelling() => Gen.Int[0, 109_000].Select(days => new DateOnly(1900, 1, 1).AddDays(days)).Sample(date =>
    {
        foreach (var format in new[] { "yyyy-MM-dd", "d MMMM yyyy", "MMM d, yyyy", "dd.MM.yyyy", "dddd, d MMMM yyyy" })
        {
            var text = date.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(date, DatePhrase.Read(text, Some.Today, Direction.Past).Value);
        }
    });

    private static IEnumerable<GrammarError> Errors(string text)
    {
        _ = Known.NameCandidates(text);
        _ = Nearest.To(text, ["help", "helped"]);
        return new[]
        {
            Shapes.Record(text, Context, Connectives.Helped).Error,
            Shapes.Record(text, Context, Connectives.Thanks).Error,
            Shapes.Record(text, Context, Connectives.Met).Error,
            Shapes.PersonAndText(text, Context).Error,
            Shapes.FollowUp(text, Context).Error,
            Shapes.Choose(text, Context).Error,
            Shapes.Person(text, Context).Error,
            Shapes.PersonOrNone(text, Context).Error,
            Shapes.Snooze(text, Context).Error,
            Shapes.Until(text, Context).Error,
            Shapes.Count(text).Error,
            Shapes.Digest(text).Error,
            Shapes.Text(text).Error,
            Shapes.None(text).Error,
            DatePhrase.Read(text, Some.Today, Direction.Past).Error,
            Cadence.Read(text).Error,
            Span.Read(text).Error,
            DigestSchedule.Read(text).Error,
        }.OfType<GrammarError>();
    }
}
