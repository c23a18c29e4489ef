using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed class UndoTests
{
    [Fact]
    public async Task Records_of_one_instant_are_taken_back_in_their_order()
    {
        await using var bot = new TestBot();
        string[] things = ["one", "two", "three", "four", "five", "six"];
        foreach (var thing in things)
            await bot.SayAsync("ana", $"helped bob with the {thing}");

        foreach (var thing in things.Reverse())
            Assert.Equal($"Taken back: You helped Bob Tanaka: the {thing} (Mon 23 Nov 2026)", await bot.AnswerAsync("ana", "undo"));
    }

    [Fact]
    public async Task Undo_forgets_persons_who_were_known_only_by_that_record()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Quinn\"");
        var confirmation = Assert.Single(await bot.SayAsync("ana", "helped \"Priya\", \"Quinn\" and \"Rui\" with the move"));
        await bot.SayAsync("ana", "note \"Rui\" has a van");

        var undone = Assert.Single(await bot.PressAsync("ana", confirmation, "undo"));

        Assert.Equal("Taken back: You helped Priya, Quinn, and Rui: the move (Mon 23 Nov 2026)", undone.Text);
        Assert.Equal(["Quinn", "Rui"], await bot.PersonsAsync());
    }

    [Fact]
    public async Task A_record_is_taken_back_within_a_day_only()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the deck");

        await bot.AdvanceAsync("PT24H1M");

        Assert.StartsWith("That record is more than a day old", await bot.AnswerAsync("ana", "undo"), StringComparison.Ordinal);
    }
}
