using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle.Reviews;

public sealed class ReviewOfferTests
{
    [Fact]
    public async Task The_review_is_offered_once_in_half_a_year_to_who_wants_nudges()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "choose bob because we think alike");

        await bot.AdvanceAsync("P181D");
        var before = await OffersAsync(bot, "ana");
        await bot.RestartAsync();
        await bot.AdvanceAsync("P3D");
        var offer = Assert.Single(await OffersAsync(bot, "ana"));
        var card = await bot.TapAsync("ana", offer, "Look at my circle");
        await bot.AdvanceAsync("P27W");

        Assert.Empty(before);
        // A Monday, half past nine in Madrid: 26 weeks after the choice, and not on Tuesday, which is the day of the nudge.
        Assert.Equal("2027-05-24T07:30:00+00:00", offer.Json.GetProperty("at").GetString());
        Assert.StartsWith("Bob Tanaka: keep, rest or part?", card.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await OffersAsync(bot, "ana")).Count);
    }

    [Theory]
    [InlineData("nudges off")]
    [InlineData("release bob")]
    public async Task Who_wants_no_nudges_or_has_no_circle_is_offered_nothing(string line)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "choose bob because we think alike");
        await bot.SayAsync("ana", line);

        await bot.AdvanceAsync("P60W");

        Assert.Empty(await OffersAsync(bot, "ana"));
    }

    [Fact]
    public async Task A_pause_puts_the_offer_off_to_its_end()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "choose bob because we think alike");
        await bot.SetAsync("ana", member => member.PausedUntil = new DateOnly(2027, 6, 9));

        await bot.AdvanceAsync("P30W");

        Assert.Equal("2027-06-09T07:30:00+00:00", Assert.Single(await OffersAsync(bot, "ana")).Json.GetProperty("at").GetString());
    }

    private static async Task<List<TestMessage>> OffersAsync(TestBot bot, string member) =>
        [.. (await bot.HeardAsync(member)).Where(message => message.Text.StartsWith("Half a year has passed.", StringComparison.Ordinal))];
}
