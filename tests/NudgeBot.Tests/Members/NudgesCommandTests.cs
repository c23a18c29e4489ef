using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Members;

public sealed class NudgesCommandTests
{
    [Fact]
    public async Task Until_asked_nobody_gets_nudges_and_the_state_says_so()
    {
        await using var bot = new TestBot();

        var state = Assert.Single(await bot.SayAsync("bob", "nudges"));

        Assert.StartsWith("You have not said yes to nudges", state.Text, StringComparison.Ordinal);
        Assert.Equal([("nudges.on", "Yes, nudge me", null)], state.Buttons);
    }

    [Fact]
    public async Task Saying_yes_answers_with_day_time_and_zone()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("bob", "nudges on");

        Assert.StartsWith("Nudges are on: every Tuesday at 09:30, America/New_York.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_the_welcome_gives_consent_and_takes_its_place()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "help");
        var welcome = (await bot.ChatAsync("bob"))[^1];

        await bot.PressAsync("bob", welcome, "nudges.on");

        var chat = await bot.ChatAsync("bob");
        Assert.DoesNotContain(chat, message => message.Id == welcome.Id);
        Assert.StartsWith("Nudges are on", chat[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_no_holds_and_can_be_changed()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "help");

        await bot.PressAsync("bob", (await bot.ChatAsync("bob"))[^1], "nudges.off");
        var off = Assert.Single(await bot.SayAsync("bob", "nudges"));
        var on = Assert.Single(await bot.PressAsync("bob", off, "nudges.on"));

        Assert.StartsWith("Nudges are off", off.Text, StringComparison.Ordinal);
        Assert.StartsWith("Nudges are on", on.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_word_changes_nothing()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "nudges on");

        var answer = await bot.AnswerAsync("bob", "nudges of");

        Assert.Equal("I did not understand \"of\" there. Nothing was stored. For example: nudges on", answer);
        Assert.StartsWith("Nudges are on", await bot.AnswerAsync("bob", "nudges"), StringComparison.Ordinal);
    }
}
