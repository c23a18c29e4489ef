using NudgeBot.Ledger;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.In;

public sealed class SlackInteractionTests
{
    [Fact]
    public async Task A_pressed_button_turns_the_answer_into_what_was_done()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped <@U2> with the deck");
        var confirmation = Assert.Single(running.Slack.Ephemerals("U1"));

        var press = await running.Slack.PressAsync("U1", confirmation, confirmation.ActionIds.First(id => id.StartsWith("undo", StringComparison.Ordinal)));
        await running.Bot.RunDueAsync();

        Assert.Equal((true, ""), (press.IsOk, press.Answer));
        Assert.Equal(0, await running.CountAsync<Entry>("U1"));
        var answers = running.Slack.Ephemerals("U1");
        Assert.DoesNotContain(answers, answer => answer.Ts != confirmation.Ts && answer.ActionIds.Count > 0);
    }

    [Fact]
    public async Task A_press_that_is_sent_twice_counts_once()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped <@U2> with the deck");
        var confirmation = Assert.Single(running.Slack.Ephemerals("U1"));
        var press = await running.Slack.PressAsync("U1", confirmation, confirmation.ActionIds.First(id => id.StartsWith("undo", StringComparison.Ordinal)));

        var again = await running.Slack.ReplayAsync(press);
        await running.Bot.RunDueAsync();

        Assert.True(again.IsOk, again.ToString());
        Assert.Single(running.Slack.Calls, call => call.Method == "response_url");
    }

    [Fact]
    public async Task A_form_that_Slack_opens_no_more_gets_a_button()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.Fail("views.open", SlackFault.Error("expired_trigger_id"));

        await running.Slack.CommandAsync("U1", "/nudge", "settings");
        await running.Bot.RunDueAsync();
        var offer = Assert.Single(running.Slack.Ephemerals("U1"));
        var press = await running.Slack.PressAsync("U1", offer, Assert.Single(offer.ActionIds));

        Assert.True(press.IsOk, press.ToString());
        Assert.Equal("settings", running.Slack.Modal("U1")?.CallbackId);
    }

    [Fact]
    public async Task A_shortcut_opens_the_form_to_log_with()
    {
        await using var running = await SlackBot.StartAsync();

        var used = await running.Slack.ShortcutAsync("U1", "log");
        var sent = await running.Slack.SubmitAsync("U1", running.Slack.Modal("U1")!, new Dictionary<string, string?> { ["who"] = "\"Zoe Zed\"", ["text"] = "the deck" });
        await running.Bot.RunDueAsync();

        Assert.Equal((true, true, ""), (used.IsOk, sent.IsOk, sent.Answer));
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
        Assert.Contains(running.Slack.Messages("U1"), message => message.AllText.Contains("Zoe Zed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_can_be_logged_with_its_author_and_its_words()
    {
        await using var running = await SlackBot.StartAsync();
        var (message, _) = await running.Slack.SayAsync("U2", "I fixed R&amp;D's build for <@U1>", "C1");

        await running.Slack.MessageShortcutAsync("U1", message, "log_message");

        var fields = running.Slack.Modal("U1")!.Json.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "input")
            .ToDictionary(block => block.GetProperty("block_id").GetString()!, block => block.GetProperty("element"));
        var who = fields["who"].GetProperty("initial_option");
        Assert.Equal(("<@U2>", "Bob"), (who.GetProperty("value").GetString(), who.GetProperty("text").GetProperty("text").GetString()));
        Assert.Equal("I fixed R&D's build for <@U1>", fields["text"].GetProperty("initial_value").GetString());
    }

    [Fact]
    public async Task Persons_are_offered_while_one_types()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U2", "help");
        await running.Slack.ShortcutAsync("U1", "log");

        var options = await running.Slack.OptionsAsync("U1", running.Slack.Modal("U1")!, "person", "bo");

        Assert.True(options.IsOk, options.ToString());
        Assert.Equal(["<@U2>", "\"bo\""], options.Json.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Closing_a_form_changes_nothing()
    {
        await using var running = await SlackBot.StartAsync();

        var (status, answer) = await running.PostAsync(
            "application/x-www-form-urlencoded",
            "payload=" + Uri.EscapeDataString("""{"type":"view_closed","team":{"id":"T0MAIN"},"user":{"id":"U1","team_id":"T0MAIN"},"view":{"type":"modal","callback_id":"settings"},"is_cleared":true}"""));

        Assert.Equal((200, ""), (status, answer));
    }
}
