using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack;

/// <summary>The tour of the README, over HTTP and over sockets, with a Slack that counts.</summary>
public sealed class SlackTourTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_tour_of_the_readme_works(bool socketMode)
    {
        await using var running = await SlackBot.StartAsync(options => options.SocketMode = socketMode);
        var slack = running.Slack;

        Assert.Contains("board deck", await running.AnswerAsync("U3", "helped <@U2> with the board deck yesterday"), StringComparison.Ordinal);
        await running.Bot.RunDueAsync();
        var greeting = await slack.WaitForMessageAsync("U3", message => message.ActionIds.Any(id => id.StartsWith("nudges.on", StringComparison.Ordinal)));

        await running.AnswerAsync("U3", "thanks <@U1> for the intro to Priya");
        var thanked = slack.Ephemerals("U3")[^1];
        await PressAsync(running, "U3", thanked, "thanks.tell");
        Assert.Contains(slack.Messages("U1"), message => message.AllText.Contains("the intro to Priya", StringComparison.Ordinal));

        await running.AnswerAsync("U3", "choose <@U2> every 6 weeks because we think alike");
        Assert.Equal(1, await running.CountAsync<Associate>("U3"));
        await PressAsync(running, "U3", greeting, "nudges.on");

        for (var day = 0; day < 50 && Nudge(slack) is null; day++)
        {
            running.Bot.Clock.Advance(TimeSpan.FromDays(1));
            await running.Bot.RunDueAsync();
        }

        var nudge = Nudge(slack)!;
        Assert.Contains("Bob", nudge.AllText, StringComparison.Ordinal);
        var before = await running.CountAsync<Entry>("U3");
        await PressAsync(running, "U3", nudge, "nudge.reached");
        Assert.Equal(before + 1, await running.CountAsync<Entry>("U3"));
        Assert.True(Nudge(slack) is null || slack.Messages("U3").Single(message => message.Ts == nudge.Ts).Updates > 0, "The card shows what was done.");

        await running.AnswerAsync("U3", "digest here weekly friday 15:00");
        await running.AnswerAsync("U3", "thanks <@U1> for fixing the build");
        await PressAsync(running, "U3", slack.Ephemerals("U3")[^1], "thanks.share");
        if (slack.Modal("U3") is { } where)
            await slack.SubmitAsync("U3", where, new Dictionary<string, string?> { ["channel"] = "C1" });
        for (var day = 0; day < 8; day++)
        {
            running.Bot.Clock.Advance(TimeSpan.FromDays(1));
            await running.Bot.RunDueAsync();
        }

        var count = slack.Count();
        Assert.Contains(slack.Messages("C1"), message => message.AllText.Contains("fixing the build", StringComparison.Ordinal));
        Assert.Equal((0, 0, 0, 0, 0), (count.Late, count.Failed, count.Silent, count.Repeated, count.Duplicates));
    }

    private static SlackMessage? Nudge(FakeSlack slack) =>
        slack.Messages("U3").LastOrDefault(message => message.ActionIds.Any(id => id.StartsWith("nudge.reached", StringComparison.Ordinal)));

    private static async Task PressAsync(SlackBot running, string user, SlackMessage message, string action)
    {
        var press = await running.Slack.PressAsync(user, message, message.ActionIds.First(id => id.StartsWith(action, StringComparison.Ordinal)));
        Assert.True(press.IsOk, press.ToString());
        await running.Bot.RunDueAsync();
    }
}
