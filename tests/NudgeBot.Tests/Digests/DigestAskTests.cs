using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Digests;

public sealed class DigestAskTests
{
    [Fact]
    public async Task A_public_ask_is_shown_once_and_whoever_can_help_says_so_there()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await PublishAsync(bot, "bob", "ask who knows a good tax adviser?");

        await bot.AdvanceAsync("P3W");
        var post = Assert.Single(await PostsAsync(bot));
        var answer = Assert.Single(await bot.PressAsync("chen", post, "ask.help"));

        Assert.Contains("Bob Tanaka asks: who knows a good tax adviser?", post.Text, StringComparison.Ordinal);
        Assert.True(answer.Ephemeral);
        Assert.Contains(await bot.ChatAsync("bob"), message => message.Text.StartsWith("Chen Wei can help with your ask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ask_that_is_not_public_is_not_shown()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await bot.SayAsync("bob", "ask who knows a good tax adviser?");

        await bot.AdvanceAsync("P2W");

        Assert.Empty(await PostsAsync(bot));
    }

    [Theory]
    [InlineData("hide")]
    [InlineData("done")]
    public async Task An_ask_that_is_done_or_private_again_leaves_the_post(string what)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        var own = await PublishAsync(bot, "bob", "ask who knows a good tax adviser?");
        await bot.AdvanceAsync("P1W");

        await bot.PressAsync("bob", own, "ask.own", own.Buttons.Single(button => button.Value!.StartsWith(what, StringComparison.Ordinal)).Value);

        Assert.Equal("What stood here was taken down.", Assert.Single(await PostsAsync(bot)).Text);
    }

    private static async Task<TestMessage> PublishAsync(TestBot bot, string member, string line)
    {
        var confirmation = Assert.Single(await bot.SayAsync(member, line));
        var publish = confirmation.Buttons.Single(button => button.Value!.StartsWith("publish", StringComparison.Ordinal));
        return Assert.Single(await bot.PressAsync(member, confirmation, publish.ActionId, publish.Value));
    }

    private static Task<IReadOnlyList<TestMessage>> PostsAsync(TestBot bot) => bot.ChannelAsync("general", "emil");
}
