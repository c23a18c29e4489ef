namespace NudgeBot.Tests.Nudges.Sending;

public sealed class ShelfTests
{
    [Fact]
    public async Task A_mark_is_confirmed_shown_by_why_and_taken_back()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var marked = await bot.AnswerAsync("ana", "mark bob trusted and would be glad");
        var why = await bot.AnswerAsync("ana", "why bob");
        var unmarked = await bot.AnswerAsync("ana", "unmark bob");

        Assert.StartsWith("You marked Bob Tanaka as somebody you trust and who would be glad to hear from you.", marked, StringComparison.Ordinal);
        Assert.Contains(marked, why, StringComparison.Ordinal);
        Assert.Equal("Bob Tanaka has no marks any more.", unmarked);
        Assert.DoesNotContain("You marked", await bot.AnswerAsync("ana", "why bob"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mark", "Who is it about?")]
    [InlineData("mark bob", "Please say what holds for them")]
    [InlineData("mark @bob rich", "I did not understand \"rich\"")]
    [InlineData("unmark bob", "Bob Tanaka had no marks")]
    public async Task What_cannot_be_used_is_refused_and_changes_nothing(string line, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");

        Assert.StartsWith(expected, await bot.AnswerAsync("ana", line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shelf_is_off_by_one_press_and_on_by_another()
    {
        await using var bot = await Nudged.AnaAsync("bob", "chen", "dora");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var off = await bot.PressAsync(nudge, "nudge.shelf.off");
        var without = await bot.AnswerAsync("ana", "next");
        var on = await bot.PressAsync(off, "nudge.shelf.on");

        Assert.StartsWith("I will not suggest anybody from the shelf", off.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dora", without, StringComparison.Ordinal);
        Assert.StartsWith("Now and then", on.Text, StringComparison.Ordinal);
    }
}
