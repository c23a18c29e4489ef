using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed class HistoryTests
{
    [Fact]
    public async Task What_is_recorded_stands_newest_first_with_its_kind_in_words()
    {
        await using var bot = new TestBot();
        foreach (var line in new[]
        {
            "helped bob with the board deck 3 weeks ago", "thanks bob and dora for the intro on 2019-05-12", "met bob yesterday", "note bob likes tea", "met dora",
        })
        {
            await bot.SayAsync("ana", line);
        }

        var history = Assert.Single(await bot.SayAsync("ana", "history bob"));

        Assert.Equal(
            """
            Bob Tanaka: bob@example.com · known since Sun 12 May 2019
            Mon 23 Nov 2026: Note: likes tea
            Sun 22 Nov 2026: In touch
            Mon 2 Nov 2026: You helped: the board deck
            Sun 12 May 2019: Helped you: the intro (with Dora Novak)
            """,
            history.Text);
        Assert.Equal(["Edit"], history.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task A_long_history_comes_ten_records_a_page()
    {
        await using var bot = new TestBot();
        for (var day = 1; day <= 23; day++)
            await bot.SayAsync("ana", $"met bob about day{day}x on 2026-10-{day:00}");

        var first = Assert.Single(await bot.SayAsync("ana", "history bob"));
        var second = Assert.Single(await bot.PressAsync("ana", first, "history"));
        var third = Assert.Single(await bot.PressAsync("ana", second, "history"));

        Assert.Equal([11, 11, 4], new[] { first, second, third }.Select(page => page.Text.Split('\n').Length));
        Assert.Contains("day14x", first.Text, StringComparison.Ordinal);
        Assert.Contains("day13x", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(third.Buttons, button => button.Label == "More");
    }

    [Fact]
    public async Task Open_needs_and_follow_ups_are_closed_from_the_history()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "needs bob a QA lead");
        await bot.SayAsync("ana", "followup bob tomorrow ask about Lisbon");
        var history = Assert.Single(await bot.SayAsync("ana", "history bob"));

        var buttons = history.Buttons.Where(button => button.ActionId == "entry.close").ToList();
        var answers = await bot.PressAsync("ana", history, "entry.close", buttons[1].Value);

        Assert.Equal(["Done: ask about Lisbon", "Met: a QA lead"], buttons.Select(button => button.Label));
        Assert.Contains("Mon 23 Nov 2026: Need, met on Mon 23 Nov 2026: a QA lead", answers[0].Text, StringComparison.Ordinal);
        Assert.Contains("Mon 23 Nov 2026: Follow-up for Tue 24 Nov 2026: ask about Lisbon", answers[0].Text, StringComparison.Ordinal);
        Assert.Equal("Met. Bob Tanaka needs: a QA lead (Mon 23 Nov 2026)", answers[1].Text);
        Assert.Equal(["Done: ask about Lisbon"], answers[0].Buttons.Where(button => button.ActionId == "entry.close").Select(button => button.Label));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x:y")]
    [InlineData("00000000-0000-0000-0000-000000000001:0")]
    [InlineData("00000000-0000-0000-0000-000000000001:99999999999")]
    public async Task A_guessed_page_shows_nothing(string? value)
    {
        await using var bot = new TestBot();

        var reply = await bot.PressedAsync("ana", "history", value);

        Assert.Equal("This person is not in your memory any more.", Assert.Single(reply.Messages).Text);
    }
}
