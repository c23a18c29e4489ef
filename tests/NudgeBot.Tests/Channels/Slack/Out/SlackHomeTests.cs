using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Out;

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

    [Fact]
    public async Task The_circle_over_the_years_is_a_picture_of_the_home_brought_once()
    {
        await using var running = await SlackBot.StartAsync();
        await CircleAsync(running);

        await PublishAsync(running);
        await running.AnswerAsync("U1", "note @bob likes tea");
        await running.Slack.OpenHomeAsync("U1");
        await PublishAsync(running);

        var picture = Assert.Single(Pictures(running));
        Assert.Contains("helped you 2021", picture.GetProperty("alt_text").GetString(), StringComparison.Ordinal);
        Assert.Equal(Assert.Single(running.Slack.Files).Id, picture.GetProperty("slack_file").GetProperty("id").GetString());
    }

    [Fact]
    public async Task While_Slack_looks_a_picture_through_its_words_stand_in_the_home()
    {
        await using var running = await SlackBot.StartAsync();
        await CircleAsync(running);
        running.Slack.Fail("views.publish", SlackFault.PictureNotReady);

        await PublishAsync(running);
        var before = (Pictures(running).Count(), running.Slack.Home("U1")!.AllText.Contains("helped you 2021", StringComparison.Ordinal));
        running.Bot.Clock.Advance(TimeSpan.FromSeconds(6));
        await Task.Yield();
        await PublishAsync(running);

        Assert.Equal((0, true), before);
        Assert.Single(Pictures(running));
    }

    private static async Task CircleAsync(SlackBot running)
    {
        await running.AnswerAsync("U2", "help");
        await running.AnswerAsync("U1", "choose <@U2>");
        await running.AnswerAsync("U1", "thanks <@U2> for the intro on 2021-03-04");
        await running.Slack.OpenHomeAsync("U1");
    }

    private static IEnumerable<JsonElement> Pictures(SlackBot running) =>
        running.Slack.Home("U1")!.Json.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "image");

    private static Task PublishAsync(SlackBot running) => running.Bot.Services.GetRequiredService<SlackHome>().RunOnceAsync(CancellationToken.None);

    private static int Published(SlackBot running) => running.Slack.Calls.Count(call => call.Method == "views.publish");
}
