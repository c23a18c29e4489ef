using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Accounts;

/// <summary>No nudge reaches whom Slack shows as away for the day, and none is lost. Cleo's come on Tuesdays at 09:30 in Berlin.</summary>
public sealed class SlackAbsencesTests
{
    /// <summary>Tuesday 24 November 2026.</summary>
    private static readonly DateTimeOffset TheDay = new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(":palm_tree:", 24 * 10)]
    [InlineData(":face_with_thermometer:", 24)]
    [InlineData(":no_entry:", 17)]
    [InlineData(":palm_tree:", 0)]
    public async Task Whoever_is_away_for_the_day_is_not_nudged(string emoji, int untilHour)
    {
        await using var running = await NudgedAsync();
        (running.Slack.User("U3").StatusEmoji, running.Slack.User("U3").StatusExpiration) = (emoji, Hour(untilHour));

        await UntilAsync(running, TheDay.AddHours(23));

        Assert.Empty(Nudges(running));
    }

    [Theory]
    [InlineData(":palm_tree:", 12)]
    [InlineData(":palm_tree:", 9)]
    [InlineData(":house_with_garden:", 24)]
    [InlineData(":spiral_calendar_pad:", 24)]
    [InlineData("", 0)]
    public async Task Whoever_is_there_or_back_in_the_afternoon_is(string emoji, int untilHour)
    {
        await using var running = await NudgedAsync();
        (running.Slack.User("U3").StatusEmoji, running.Slack.User("U3").StatusExpiration) = (emoji, Hour(untilHour));

        await UntilAsync(running, TheDay.AddHours(10));

        Assert.Single(Nudges(running));
    }

    [Fact]
    public async Task A_nudge_that_was_held_back_comes_on_the_first_day_back()
    {
        await using var running = await NudgedAsync();
        (running.Slack.User("U3").StatusEmoji, running.Slack.User("U3").StatusExpiration) = (":palm_tree:", Hour(24 * 8));

        await UntilAsync(running, TheDay.AddDays(8));
        var before = Nudges(running).Count;
        await UntilAsync(running, TheDay.AddDays(8).AddHours(10));

        Assert.Equal(0, before);
        Assert.Single(Nudges(running));
    }

    [Fact]
    public async Task Where_Slack_does_not_answer_nobody_is_away()
    {
        await using var running = await NudgedAsync();
        running.Slack.User("U3").StatusEmoji = ":palm_tree:";
        running.Slack.Fail("users.info", [.. Enumerable.Repeat(SlackFault.Html(), 10)]);

        await UntilAsync(running, TheDay.AddHours(10));

        Assert.Single(Nudges(running));
    }

    [Fact]
    public async Task Where_Slack_asks_to_wait_the_nudge_does()
    {
        await using var running = await NudgedAsync();
        running.Slack.User("U3").StatusEmoji = ":palm_tree:";
        running.Slack.Fail("users.info", SlackFault.RateLimited(90));

        await UntilAsync(running, TheDay.AddHours(23), TimeSpan.FromMinutes(1), TheDay.AddHours(9));

        Assert.Empty(Nudges(running));
    }

    [Fact]
    public async Task Where_Slack_asks_to_wait_all_morning_the_nudge_comes_an_hour_late()
    {
        await using var running = await NudgedAsync();
        running.Slack.Fail("users.info", [.. Enumerable.Repeat(SlackFault.RateLimited(60), 200)]);

        await UntilAsync(running, TheDay.AddHours(10).AddMinutes(25), TimeSpan.FromMinutes(1), TheDay.AddHours(9));
        var before = Nudges(running).Count;
        await UntilAsync(running, TheDay.AddHours(10).AddMinutes(35), TimeSpan.FromMinutes(1));

        Assert.Equal(0, before);
        Assert.Single(Nudges(running));
    }

    [Fact]
    public async Task A_follow_up_waits_for_its_member_too()
    {
        await using var running = await NudgedAsync();
        await running.AnswerAsync("U3", "followup <@U2> on 25 november ask how the launch went");
        (running.Slack.User("U3").StatusEmoji, running.Slack.User("U3").StatusExpiration) = (":face_with_thermometer:", Hour(48));

        await UntilAsync(running, TheDay.AddHours(47));
        var before = Nudges(running).Count;
        await UntilAsync(running, TheDay.AddHours(58));

        Assert.Equal(0, before);
        Assert.Contains("how the launch went", Assert.Single(Nudges(running)).AllText, StringComparison.Ordinal);
    }

    private static async Task<SlackBot> NudgedAsync()
    {
        var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U3", "helped <@U2> with the board deck on 12 may");
        await running.AnswerAsync("U3", "choose <@U2> every 6 weeks because we think alike");
        await running.AnswerAsync("U3", "nudges on");
        return running;
    }

    private static long Hour(int hour) => hour == 0 ? 0 : TheDay.AddHours(hour).ToUnixTimeSeconds();

    private static async Task UntilAsync(SlackBot running, DateTimeOffset until, TimeSpan? step = null, DateTimeOffset? first = null)
    {
        if (first is { } start)
            await UntilAsync(running, start);
        while (running.Bot.Clock.GetUtcNow() < until)
        {
            running.Bot.Clock.Advance(step ?? TimeSpan.FromMinutes(30));
            await running.Bot.RunDueAsync();
        }
    }

    private static List<SlackMessage> Nudges(SlackBot running) =>
        [.. running.Slack.Messages("U3").Where(message => message.ActionIds.Any(id => id.StartsWith("nudge.reached", StringComparison.Ordinal)))];
}
