using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack;

public sealed class SlackHomeTests
{
    [Fact]
    public async Task Looking_at_the_home_shows_it_and_takes_nobody_in()
    {
        await using var running = await SlackBot.StartAsync();

        var looked = await running.Slack.OpenHomeAsync("U1");
        await PublishAsync(running);

        Assert.True(looked.IsOk, looked.ToString());
        Assert.NotEmpty(running.Slack.Home("U1")!.Json.GetProperty("blocks").EnumerateArray());
        Assert.Equal(0, await running.CountAsync<Member>("U1"));
    }

    [Fact]
    public async Task Looking_again_publishes_only_what_changed()
    {
        await using var running = await SlackBot.StartAsync();

        foreach (var tab in new[] { "home", "home", "messages", "home" })
        {
            await running.Slack.OpenHomeAsync("U1", tab);
            await PublishAsync(running);
        }

        var before = Published(running);
        await running.AnswerAsync("U1", "helped <@U2> with the deck");
        await running.Slack.OpenHomeAsync("U1");
        await PublishAsync(running);

        Assert.Equal((1, 2), (before, Published(running)));
    }

    [Fact]
    public async Task A_button_of_the_home_opens_its_form_and_the_home_follows()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U2", "help");
        await running.Slack.OpenHomeAsync("U1");
        await PublishAsync(running);
        var home = running.Slack.Home("U1")!;

        await running.Slack.PressAsync("U1", home, home.ActionIds.First(id => id.StartsWith("log:", StringComparison.Ordinal)));
        await running.Slack.SubmitAsync("U1", running.Slack.Modal("U1")!, new Dictionary<string, string?> { ["who"] = "<@U2>", ["text"] = "the deck" });
        await PublishAsync(running);
        await running.Bot.RunDueAsync();

        Assert.Contains("the deck", running.Slack.Home("U1")!.AllText, StringComparison.Ordinal);
        Assert.Contains(running.Slack.Messages("U1"), message => message.AllText.Contains("the deck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_home_that_Slack_does_not_take_is_shown_at_the_next_look()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.Fail("views.publish", SlackFault.Error("internal_error"));
        await running.Slack.OpenHomeAsync("U1");
        await PublishAsync(running);

        await running.Slack.OpenHomeAsync("U1");
        await PublishAsync(running);

        Assert.NotNull(running.Slack.Home("U1"));
    }

    private static Task PublishAsync(SlackBot running) => running.Bot.Services.GetRequiredService<SlackHome>().RunOnceAsync(CancellationToken.None);

    private static int Published(SlackBot running) => running.Slack.Calls.Count(call => call.Method == "views.publish");
}
