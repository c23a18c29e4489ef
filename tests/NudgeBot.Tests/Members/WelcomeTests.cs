using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Members;

public sealed class WelcomeTests
{
    [Fact]
    public async Task The_first_message_says_who_installed_the_bot_what_it_keeps_and_how_to_stop_it()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("bob", "help");

        var welcome = (await bot.ChatAsync("bob"))[^1];
        Assert.Contains("ask Ana Lopez", welcome.Text, StringComparison.Ordinal);
        Assert.Contains("I keep what you tell me", welcome.Text, StringComparison.Ordinal);
        Assert.Contains("nudges off", welcome.Text, StringComparison.Ordinal);
        Assert.Equal([("nudges.on", "Yes, nudge me", null), ("nudges.off", "No, thanks", null)], welcome.Buttons);
    }

    [Fact]
    public async Task It_comes_once_however_much_is_said_and_whatever_restarts()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("bob", "help");
        await bot.SayAsync("bob", "helped chen with the board deck");
        await bot.RestartAsync();
        await bot.SayAsync("bob", "help");
        await bot.AdvanceAsync("P6W");

        Assert.Single(await bot.ChatAsync("bob"), message => message.Text.StartsWith("I am NudgeBot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_comes_directly_when_the_member_wrote_in_a_channel()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("bob", "help", channel: "general");

        Assert.StartsWith("I am NudgeBot", Assert.Single(await bot.ChatAsync("bob")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.ChannelAsync("general", "bob"), message => message.Text.StartsWith("I am NudgeBot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_is_not_sent_to_themselves()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("ana", "help");

        Assert.Contains("you among them", (await bot.ChatAsync("ana"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_begins_with_nudges_on_is_told_and_not_asked()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("bob", "nudges on");

        var welcome = (await bot.ChatAsync("bob"))[^1];
        Assert.StartsWith("I am NudgeBot", welcome.Text, StringComparison.Ordinal);
        Assert.Empty(welcome.Buttons);
    }
}
