using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Digests;

public sealed class SharedCircleTests
{
    [Fact]
    public async Task Two_who_joined_and_helped_each_other_once_are_suggested_after_a_long_silence()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck on 2026-08-12");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await JoinAsync(bot, "ana", "bob");

        await bot.AdvanceAsync("P1W");

        var post = Assert.Single(await PostsAsync(bot));
        Assert.Contains("Ana Lopez and Bob Tanaka: one of you once helped the other", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("board deck", post.Text, StringComparison.Ordinal);
        Assert.Equal(["digest.mine", "circle.join", "circle.leave"], post.Buttons.Select(button => button.ActionId));
    }

    [Fact]
    public async Task Whoever_recorded_the_help_and_whoever_was_in_touch_since_both_count()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "helped ana with the board deck on 2026-08-12");
        await bot.SayAsync("bob", "helped dora with a visa on 2026-08-12");
        await bot.SayAsync("dora", "helped bob with a move on 2026-11-20");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await JoinAsync(bot, "ana", "bob", "dora");

        var preview = await bot.AnswerAsync("ana", "digest preview", "general");

        Assert.Contains("Ana Lopez and Bob Tanaka", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Dora Novak", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_named_who_did_not_join()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck on 2026-08-12");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await JoinAsync(bot, "ana");

        await bot.AdvanceAsync("P4W");

        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task Joining_says_what_it_means_to_the_one_who_joins_and_leaving_ends_it()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck on 2026-08-12");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await JoinAsync(bot, "ana");

        var joined = Assert.Single(await JoinAsync(bot, "bob"));
        var left = Assert.Single(await bot.PressAsync("bob", joined, "circle.leave"));
        var again = Assert.Single(await bot.PressAsync("bob", joined, "circle.leave"));

        Assert.Contains("may now name you together with another who joined, because you helped each other once", joined.Text, StringComparison.Ordinal);
        Assert.True(joined.Ephemeral && left.Ephemeral);
        Assert.StartsWith("You have left", left.Text, StringComparison.Ordinal);
        Assert.StartsWith("You are not in", again.Text, StringComparison.Ordinal);
        Assert.StartsWith("As things stand, there is nothing to show on Fri 27 Nov 2026", await bot.AnswerAsync("ana", "digest preview", "general"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_without_a_digest_cannot_be_joined()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        var standing = Assert.Single(await bot.SayAsync("bob", "digest", "general"));
        await bot.SayAsync("ana", "digest off", "general");

        var answer = Assert.Single(await bot.PressAsync("bob", standing, "circle.join"));

        Assert.StartsWith("There is no digest in this channel at the moment", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_take_turns_over_a_restart()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck on 2026-08-12");
        await bot.SayAsync("ana", "helped chen with a slide on 2026-08-13");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await JoinAsync(bot, "ana", "bob", "chen");

        await bot.AdvanceAsync("P1W");
        await bot.RestartAsync();
        await bot.AdvanceAsync("P2W");

        Assert.Equal(["Bob Tanaka", "Chen Wei", "Bob Tanaka"], (await PostsAsync(bot)).Select(post => post.Text.Contains("Bob Tanaka", StringComparison.Ordinal) ? "Bob Tanaka" : "Chen Wei"));
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_the_circle_and_its_posts()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck on 2026-08-12");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await JoinAsync(bot, "ana", "bob");
        await bot.AdvanceAsync("P1W");

        await bot.PressAsync("bob", Assert.Single(await bot.SayAsync("bob", "forget me")), "forget.me");
        await bot.AdvanceAsync("P1W");

        Assert.Equal("What stood here was taken down.", Assert.Single(await PostsAsync(bot)).Text);
    }

    private static async Task<IReadOnlyList<TestMessage>> JoinAsync(TestBot bot, params string[] members)
    {
        IReadOnlyList<TestMessage> answers = [];
        foreach (var member in members)
        {
            var standing = Assert.Single(await bot.SayAsync(member, "digest", "general"));
            answers = await bot.PressAsync(member, standing, "circle.join");
        }

        return answers;
    }

    /// <summary>What everybody sees in the channel, as somebody sees it who did nothing there.</summary>
    private static async Task<IReadOnlyList<TestMessage>> PostsAsync(TestBot bot) => await bot.ChannelAsync("general", "emil");
}
