using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed class HelpedCommandTests
{
    [Fact]
    public async Task A_help_is_confirmed_with_who_what_and_when()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", "helped bob with the board deck yesterday");

        Assert.Equal("You helped Bob Tanaka: the board deck (Sun 22 Nov 2026)", answer);
    }

    [Fact]
    public async Task A_help_in_the_future_is_refused()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", "helped bob with the board deck tomorrow");

        Assert.StartsWith("Tue 24 Nov 2026 is still to come", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helping_oneself_is_refused()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", "helped ana with the board deck");

        Assert.StartsWith("That is you.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_the_last_record_back_once()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "helped bob with the board deck"));

        var first = Assert.Single(await bot.PressAsync("ana", confirmation, "undo"));
        var second = Assert.Single(await bot.PressAsync("ana", confirmation, "undo"));

        Assert.StartsWith("Taken back: You helped Bob Tanaka", first.Text, StringComparison.Ordinal);
        Assert.Equal("There is nothing to take back.", second.Text);
    }
}
