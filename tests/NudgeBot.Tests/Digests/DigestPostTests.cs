using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Digests;

public sealed class DigestPostTests
{
    [Fact]
    public async Task Shared_thanks_are_posted_on_time_and_once()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya yesterday");

        await bot.AdvanceAsync("P3W");

        var post = Assert.Single(await PostsAsync(bot));
        Assert.Contains("Bob Tanaka thanks Ana Lopez: the intro to Priya (Sun 22 Nov 2026)", post.Text, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 14, 0, 0, TimeSpan.Zero), post.Json.GetProperty("at").GetDateTimeOffset());
        Assert.False(post.Ephemeral);
    }

    [Fact]
    public async Task What_is_too_much_for_one_post_comes_with_the_next()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        foreach (var number in Enumerable.Range(1, 9))
        {
            await ShareAsync(bot, "bob", $"thanks ana for favour {number}");
            await bot.AdvanceAsync("PT1M");
        }

        await bot.AdvanceAsync("P3W");

        var posts = await PostsAsync(bot);
        Assert.Equal([8, 1], posts.Select(post => post.Text.Split("favour").Length - 1));
        Assert.Contains("favour 9", posts[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_posted_when_there_is_nothing_to_show()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");

        var preview = await bot.AnswerAsync("ana", "digest preview", "general");
        await bot.AdvanceAsync("P6W");

        Assert.Equal("As things stand, there is nothing to show on Fri 27 Nov 2026, so nothing would be posted.", preview);
        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task Private_thanks_and_given_help_are_never_shown()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await bot.SayAsync("bob", "thanks ana for the intro to Priya");
        await bot.SayAsync("chen", "helped ana with the board deck");

        await bot.AdvanceAsync("P2W");

        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task A_preview_says_what_the_next_post_says_to_the_one_who_asked_and_changes_nothing()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");

        var first = Assert.Single(await bot.SayAsync("ana", "digest preview", "general"));
        var second = Assert.Single(await bot.SayAsync("ana", "digest preview", "general"));
        var seen = await PostsAsync(bot);
        await bot.AdvanceAsync("P1W");

        var post = Assert.Single(await PostsAsync(bot));
        Assert.Equal($"As things stand, this will be posted here on Fri 27 Nov 2026 at 15:00 (Europe/Madrid). Only you see this preview.\n\n{post.Text}", first.Text);
        Assert.Equal(first.Text, second.Text);
        Assert.True(first.Ephemeral);
        Assert.Empty(seen);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("bob")]
    public async Task Who_gave_the_help_and_who_shared_it_can_take_it_down_for_everybody(string member)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");
        await bot.AdvanceAsync("PT1M");
        await ShareAsync(bot, "chen", "thanks dora for a visa form");
        await bot.AdvanceAsync("P1W");
        var post = Assert.Single(await PostsAsync(bot));

        await bot.PressAsync(member, post, "thanks.takedown", post.Buttons[0].Value);
        await bot.PressAsync(member, post, "thanks.takedown", post.Buttons[0].Value);

        var left = Assert.Single(await PostsAsync(bot));
        Assert.DoesNotContain("Priya", left.Text, StringComparison.Ordinal);
        Assert.Contains("Chen Wei thanks Dora Novak: a visa form", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_who_helped_each_takes_down_what_is_about_them()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana and chen for the intro to Priya");
        await bot.AdvanceAsync("P1W");
        var post = Assert.Single(await PostsAsync(bot));

        await bot.PressAsync("chen", post, "thanks.takedown");

        Assert.Contains("Bob Tanaka thanks Ana Lopez and Chen Wei: the intro to Priya", post.Text, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka thanks Ana Lopez: the intro to Priya", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_can_take_it_down()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");
        await bot.AdvanceAsync("P1W");
        var post = Assert.Single(await PostsAsync(bot));

        var answer = Assert.Single(await bot.PressAsync("chen", post, "thanks.takedown", post.Buttons[0].Value));

        Assert.True(answer.Ephemeral);
        Assert.Contains("Priya", Assert.Single(await PostsAsync(bot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_down_before_the_post_never_appears()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");
        var told = (await bot.ChatAsync("ana")).Last(message => message.Buttons.Any(button => button.ActionId == "thanks.takedown"));

        await bot.PressAsync("ana", told, "thanks.takedown");
        await bot.AdvanceAsync("P1W");

        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task A_post_says_when_all_of_it_was_taken_back()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here daily 10:30", "general");
        var confirmation = await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");
        await bot.AdvanceAsync("PT2H");

        await bot.PressAsync("bob", confirmation, "undo");

        Assert.Equal("What stood here was taken down.", Assert.Single(await PostsAsync(bot)).Text);
    }

    [Theory]
    [InlineData("ana", "forget me", "forget.me")]
    [InlineData("bob", "forget me", "forget.me")]
    [InlineData("bob", "forget ana", "forget.person")]
    public async Task What_somebody_had_forgotten_leaves_the_post(string member, string line, string action)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");
        await bot.AdvanceAsync("P1W");

        await bot.PressAsync(member, Assert.Single(await bot.SayAsync(member, line)), action);

        Assert.Equal("What stood here was taken down.", Assert.Single(await PostsAsync(bot)).Text);
    }

    [Theory]
    [InlineData(23, 1)]
    [InlineData(25, 0)]
    public async Task A_post_that_was_missed_comes_once_and_up_to_a_day_late(int hours, int expected)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");

        bot.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 14, 0, 0, TimeSpan.Zero).AddHours(hours));
        await bot.RestartAsync();
        await bot.RunDueAsync();

        Assert.Equal(expected, (await PostsAsync(bot)).Count);
        await bot.AdvanceAsync("P1W");
        Assert.Single(await PostsAsync(bot));
    }

    [Fact]
    public async Task Weeks_of_downtime_bring_one_post_and_no_burst()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here daily 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");

        bot.Clock.Advance(TimeSpan.FromDays(40));
        await bot.RunDueAsync();

        Assert.Single(await PostsAsync(bot));
    }

    [Fact]
    public async Task A_restart_between_setting_and_posting_loses_nothing()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ShareAsync(bot, "bob", "thanks ana for the intro to Priya");

        await bot.RestartAsync();
        await bot.AdvanceAsync("P1W");

        Assert.Single(await PostsAsync(bot));
    }

    private static async Task<TestMessage> ShareAsync(TestBot bot, string member, string thanks)
    {
        var confirmation = Assert.Single(await bot.SayAsync(member, thanks));
        return Assert.Single(await bot.PressAsync(member, confirmation, "thanks.share"));
    }

    /// <summary>What everybody sees in the channel, as somebody sees it who did nothing there.</summary>
    private static Task<IReadOnlyList<TestMessage>> PostsAsync(TestBot bot) => bot.ChannelAsync("general", "emil");
}
