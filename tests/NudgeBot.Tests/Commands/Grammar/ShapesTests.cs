using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>The other shapes. Today is Sunday, 22 November 2026.</summary>
public sealed class ShapesTests
{
    [Theory]
    [InlineData("@ana likes tea", "", "h:ana", "likes tea")]
    [InlineData("ana likes tea", "", "ana", "likes tea")]
    [InlineData("ana lopez a QA lead", "ana lopez", "ana lopez", "a QA lead")]
    [InlineData("Ana Lopez likes tea", "", "Ana Lopez", "likes tea")]
    [InlineData("ana: a QA lead", "", "ana", "a QA lead")]
    [InlineData("zoe van der meer: a QA lead", "", "zoe van der meer", "a QA lead")]
    [InlineData("ana lopez: a QA lead", "ana", "ana lopez", "a QA lead")]
    [InlineData("<@29:1-abc|Ana Lopez> a QA lead", "", "m:29:1-abc(Ana Lopez)", "a QA lead")]
    [InlineData("\"Ana Lopez\" \"QA\" lead", "", "q:Ana Lopez", "\"QA\" lead")]
    public void A_person_and_a_text(string text, string known, string who, string what)
    {
        var parsed = Shapes.PersonAndText(text, Some.Context(known));

        Assert.Null(parsed.Error);
        Assert.Equal((who, what), (Some.Written(parsed.Value.Who), parsed.Value.Text));
    }

    [Theory]
    [InlineData("", "MissingPerson@0")]
    [InlineData("@ana", "MissingText@4")]
    [InlineData("@ana:", "MissingText@5")]
    [InlineData("a QA lead", "MissingPerson@0")]
    public void A_person_and_a_text_are_both_needed(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.PersonAndText(text, Some.Context()).Error));

    [Theory]
    [InlineData("@ana on 3 March ask how the launch went", "h:ana", "2027-03-03", "ask how the launch went")]
    [InlineData("ana lopez on 3 March: ask", "ana lopez", "2027-03-03", "ask")]
    [InlineData("@ana in 2 weeks ask", "h:ana", "2026-12-06", "ask")]
    [InlineData("@ana ask how the launch went on 3 March", "h:ana", "2027-03-03", "ask how the launch went")]
    [InlineData("@ana ask in 2 weeks", "h:ana", "2026-12-06", "ask")]
    [InlineData("with ana on 3 March ask", "ana", "2027-03-03", "ask")]
    [InlineData("ana tomorrow call", "ana", "2026-11-23", "call")]
    [InlineData("@ana next monday prepare for friday", "h:ana", "2026-11-23", "prepare for friday")]
    public void A_follow_up(string text, string who, string on, string what)
    {
        var parsed = Shapes.FollowUp(text, Some.Context());

        Assert.Null(parsed.Error);
        Assert.Equal((who, on, what), (Some.Written(parsed.Value.Who), Some.Written(parsed.Value.On), parsed.Value.Text));
    }

    [Theory]
    [InlineData("@ana ask", "MissingDate@5")]
    [InlineData("@ana on 3 March", "MissingText@15")]
    [InlineData("@ana on 31 Feb ask", "NoSuchDate@8")]
    public void A_follow_up_needs_its_date_and_text(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.FollowUp(text, Some.Context()).Error));

    [Theory]
    [InlineData("@ana inner every 6 weeks because we think alike", "h:ana", "Inner", "every 6 weeks", "we think alike")]
    [InlineData("bob because he listens", "bob", null, null, "he listens")]
    [InlineData("ana lopez every 6 weeks close", "ana lopez", "Close", "every 6 weeks", null)]
    [InlineData("close bob monthly", "bob", "Close", "every month", null)]
    [InlineData("bob as inner, twice a year", "bob", "Inner", "every 6 months", null)]
    [InlineData("bob every 6 weeks because every talk with her is close to my heart", "bob", null, "every 6 weeks", "every talk with her is close to my heart")]
    [InlineData("@ana", "h:ana", null, null, null)]
    public void A_choice(string text, string who, string? ring, string? cadence, string? because)
    {
        var parsed = Shapes.Choose(text, Some.Context());

        Assert.Null(parsed.Error);
        Assert.Equal(
            (who, ring, cadence, because),
            (Some.Written(parsed.Value.Who), parsed.Value.Ring?.ToString(), parsed.Value.Cadence?.ToString(), parsed.Value.Because));
    }

    [Theory]
    [InlineData("", "MissingPerson@0")]
    [InlineData("inner every 6 weeks", "MissingPerson@19")]
    [InlineData("@ana because", "MissingText@12")]
    [InlineData("@ana outer", "UnknownWord@5")]
    [InlineData("@ana inner close", "UnknownWord@11")]
    [InlineData("@ana every blue moon", "BadCadence@5")]
    [InlineData("@ana every 6 years", "SpanOutOfRange@5")]
    [InlineData("@ana every 0 days", "SpanOutOfRange@5")]
    public void A_choice_says_what_is_wrong(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.Choose(text, Some.Context()).Error));

    [Theory]
    [InlineData("@ana 2 weeks", "h:ana", "2026-12-06")]
    [InlineData("ana lopez for a month", "ana lopez", "2026-12-22")]
    [InlineData("ana until 3 March", "ana", "2027-03-03")]
    [InlineData("ana next month", "ana", "2026-12-22")]
    public void A_snooze(string text, string who, string until)
    {
        var parsed = Shapes.Snooze(text, Some.Context());

        Assert.Null(parsed.Error);
        Assert.Equal((who, until), (Some.Written(parsed.Value.Who), Some.Written(parsed.Value.Until)));
    }

    [Theory]
    [InlineData("@ana", "MissingDate@4")]
    [InlineData("@ana 6 years", "SpanOutOfRange@5")]
    [InlineData("@ana someday", "BadDate@5")]
    [InlineData("2 weeks", "MissingPerson@0")]
    public void A_snooze_says_what_is_wrong(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.Snooze(text, Some.Context()).Error));

    [Theory]
    [InlineData("", null)]
    [InlineData("until monday", "2026-11-23")]
    [InlineData("till 3 jan", "2027-01-03")]
    [InlineData("for 2 weeks", "2026-12-06")]
    [InlineData("10 days", "2026-12-02")]
    public void A_pause(string text, string? until)
    {
        var parsed = Shapes.Until(text, Some.Context());

        Assert.Null(parsed.Error);
        Assert.Equal(until, Some.Written(parsed.Value));
    }

    [Theory]
    [InlineData("until", "MissingDate@5")]
    [InlineData("until the cows come home", "BadDate@6")]
    [InlineData("until 31 april", "NoSuchDate@6")]
    public void A_pause_says_what_is_wrong(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.Until(text, Some.Context()).Error));

    [Theory]
    [InlineData("Ana Lopez", "Ana Lopez")]
    [InlineData("\"inner\"", "q:inner")]
    [InlineData("<@U1>", "m:U1")]
    public void One_person(string text, string who) => Assert.Equal(who, Some.Written(Shapes.Person(text, Some.Context()).Value));

    [Theory]
    [InlineData("@ana please", "UnknownWord@5")]
    [InlineData("  ", "MissingPerson@2")]
    [InlineData("42", "MissingPerson@0")]
    public void One_person_and_nothing_else(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.Person(text, Some.Context()).Error));

    [Theory]
    [InlineData("", null)]
    [InlineData("3", 3)]
    [InlineData("fifty", null, "BadCount@0")]
    [InlineData("50", 50)]
    [InlineData("51", null, "BadCount@0")]
    [InlineData("0", null, "BadCount@0")]
    [InlineData("-1", null, "BadCount@0")]
    public void A_count_is_one_to_fifty(string text, int? count, string error = "")
    {
        var parsed = Shapes.Count(text);

        Assert.Equal(error, Some.Written(parsed.Error));
        Assert.Equal(count, parsed.Ok ? parsed.Value : null);
    }

    [Theory]
    [InlineData("here weekly friday 15:00", "")]
    [InlineData("off", "")]
    [InlineData("preview", "")]
    [InlineData("preview now", "UnknownWord@8")]
    [InlineData("here", "MissingSchedule@4")]
    [InlineData("here sometimes", "BadSchedule@5")]
    [InlineData("here weekly friday 25:00", "BadTime@5")]
    public void A_digest(string text, string error) => Assert.Equal(error, Some.Written(Shapes.Digest(text).Error));

    [Fact]
    public void Nothing_means_nothing()
    {
        Assert.True(Shapes.None(" ").Ok);
        Assert.Equal("UnknownWord@0", Some.Written(Shapes.None("now").Error));
        Assert.Equal("MissingText@1", Some.Written(Shapes.Text(" ").Error));
        Assert.Equal("A  B", Shapes.Text(" A  B ").Value);
        Assert.Null(Shapes.PersonOrNone("", Some.Context()).Value);
    }
}
