using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Digests;

public sealed class DigestCommandTests
{
    [Theory]
    [InlineData("digest here weekly friday 15:00", "every Friday at 15:00", "Fri 27 Nov 2026")]
    [InlineData("digest here every 2 weeks monday 09:00", "every 2 weeks on Monday at 09:00", "Mon 30 Nov 2026")]
    [InlineData("digest here monthly first tuesday 10:00", "on the first Tuesday of every month at 10:00", "Tue 1 Dec 2026")]
    [InlineData("digest here monthly last friday 10:00", "on the last Friday of every month at 10:00", "Fri 27 Nov 2026")]
    [InlineData("digest here weekdays 11:00", "from Monday to Friday at 11:00", "Mon 23 Nov 2026")]
    [InlineData("digest here daily 9am", "every day at 09:00", "Tue 24 Nov 2026")]
    public async Task A_digest_is_confirmed_with_how_often_the_zone_and_the_next_date(string line, string often, string next)
    {
        await using var bot = new TestBot();

        var answer = Assert.Single(await bot.SayAsync("ana", line, "general"));

        Assert.StartsWith(
            $"A digest is posted here {often}, time zone Europe/Madrid; the next time is {next}. When there is nothing to show, nothing is posted.\n", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Ephemeral);
    }

    [Fact]
    public async Task Setting_it_again_replaces_it()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");

        await bot.SayAsync("ana", "digest here weekly thursday 10:00", "general");

        Assert.StartsWith("A digest is posted here every Thursday at 10:00,", await bot.AnswerAsync("bob", "digest", "general"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest here weekly friday 15:00")]
    [InlineData("digest off")]
    [InlineData("digest preview")]
    public async Task Who_is_no_admin_cannot_decide_about_it(string line)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly monday 15:00", "general");

        var answer = await bot.AnswerAsync("bob", line, "general");

        Assert.StartsWith("Only the workspace's admins", answer, StringComparison.Ordinal);
        Assert.Contains("every Monday at 15:00", await bot.AnswerAsync("bob", "digest", "general"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest here weekly friday 15:00")]
    [InlineData("digest preview")]
    [InlineData("digest off")]
    [InlineData("digest")]
    public async Task In_a_direct_chat_it_says_where_digests_are_posted(string line)
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", line);

        Assert.Equal("A digest is posted in a channel. Say this there, for example: digest here weekly friday 15:00", answer);
    }

    [Theory]
    [InlineData("digest", "When shall it be posted?")]
    [InlineData("digest here", "When shall it be posted?")]
    [InlineData("digest here weekly friday", "weekly friday is not a schedule that I understand")]
    [InlineData("digest here every 60 weeks friday 15:00", "every 60 weeks friday 15:00 is not a schedule that I understand")]
    [InlineData("digest here weekly friday 25:00", "weekly friday 25:00 is not a time of day")]
    [InlineData("digest preview now", "I did not understand \"now\" there.")]
    [InlineData("digest off", "There is no digest in this channel.")]
    [InlineData("digest preview", "There is no digest in this channel.")]
    public async Task What_cannot_be_used_changes_nothing_and_says_what_would_work(string line, string answer)
    {
        await using var bot = new TestBot();

        var said = await bot.AnswerAsync("ana", line, "general");

        Assert.StartsWith(answer, said, StringComparison.Ordinal);
        Assert.EndsWith("digest here weekly friday 15:00", said, StringComparison.Ordinal);
        Assert.Equal("There is no digest in this channel. It begins with, for example: digest here weekly friday 15:00", await bot.AnswerAsync("ana", "digest off", "general"));
    }

    [Fact]
    public async Task Off_ends_it()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");

        var answer = await bot.AnswerAsync("ana", "digest off", "general");

        Assert.StartsWith("No more digests are posted here.", answer, StringComparison.Ordinal);
        Assert.StartsWith("There is no digest in this channel.", await bot.AnswerAsync("ana", "digest preview", "general"), StringComparison.Ordinal);
    }
}
