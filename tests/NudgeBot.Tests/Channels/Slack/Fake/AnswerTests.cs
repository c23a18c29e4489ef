using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>Triggers, response addresses and submissions have Slack's limits.</summary>
public sealed class AnswerTests
{
    private readonly FakeTimeProvider clock = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_response_address_takes_five_answers_within_half_an_hour()
    {
        await using var bot = await StubBot.StartAsync();
        await using var slack = await StartAsync(bot);
        await slack.CommandAsync("U1", "/nudge", "help");
        await slack.CommandAsync("U1", "/nudge", "help");
        var (first, second) = (Field(bot.Seen[0], "response_url"), Field(bot.Seen[1], "response_url"));

        var answers = new List<(int, string)>();
        for (var use = 0; use < 6; use++)
            answers.Add(await slack.RespondAsync(first, new() { ["text"] = "late" }));
        clock.Advance(TimeSpan.FromMinutes(31));
        var expired = await slack.RespondAsync(second, new() { ["text"] = "late" });

        Assert.All(answers[..5], answer => Assert.Equal((200, "ok"), answer));
        Assert.Equal((404, """{"ok":false,"error":"used_url"}"""), answers[5]);
        Assert.Equal((404, """{"ok":false,"error":"expired_url"}"""), expired);
        Assert.Equal(5, slack.Ephemerals("U1").Count);
        Assert.Empty(slack.Messages("C1"));
    }

    [Fact]
    public async Task A_trigger_opens_one_modal_within_three_seconds()
    {
        await using var bot = await StubBot.StartAsync();
        await using var slack = await StartAsync(bot);
        await slack.CommandAsync("U1", "/nudge", "settings");
        await slack.CommandAsync("U1", "/nudge", "settings");
        var (first, second) = (Field(bot.Seen[0], "trigger_id"), Field(bot.Seen[1], "trigger_id"));

        var opened = await slack.CallAsync("views.open", new() { ["trigger_id"] = first, ["view"] = Modal() });
        var again = await slack.CallAsync("views.open", new() { ["trigger_id"] = first, ["view"] = Modal() });
        clock.Advance(TimeSpan.FromSeconds(4));
        var late = await slack.CallAsync("views.open", new() { ["trigger_id"] = second, ["view"] = Modal() });
        var unknown = await slack.CallAsync("views.open", new() { ["trigger_id"] = "1.2.3", ["view"] = Modal() });

        Assert.Null(opened.Error());
        Assert.Equal(["exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id"], [again.Error(), late.Error(), unknown.Error()]);
        Assert.Equal("Settings", slack.Modal("U1")!.Title);
    }

    [Fact]
    public async Task An_old_hash_and_a_fourth_modal_are_refused()
    {
        await using var bot = await StubBot.StartAsync();
        await using var slack = await StartAsync(bot);
        await slack.CommandAsync("U1", "/nudge", "settings");
        await slack.CallAsync("views.open", new() { ["trigger_id"] = Field(bot.Seen[0], "trigger_id"), ["view"] = Modal() });
        var view = slack.Modal("U1")!;
        var hash = view.Hash;

        var updated = await slack.CallAsync("views.update", new() { ["view_id"] = view.Id, ["hash"] = hash, ["view"] = Modal() });
        var conflict = await slack.CallAsync("views.update", new() { ["view_id"] = view.Id, ["hash"] = hash, ["view"] = Modal() });
        var pushes = new List<string?>();
        for (var at = 0; at < 3; at++)
        {
            await slack.PressAsync("U1", slack.Modal("U1")!, "more");
            var trigger = JsonDocument.Parse(Field(bot.Seen[^1], "payload")).RootElement.GetProperty("trigger_id").GetString();
            pushes.Add((await slack.CallAsync("views.push", new() { ["trigger_id"] = trigger, ["view"] = Modal() })).Error());
        }

        Assert.Equal([null, "hash_conflict"], [updated.Error(), conflict.Error()]);
        Assert.Equal([null, null, "push_limit_reached"], pushes);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("""{"response_action":"clear"}""", null)]
    [InlineData("""{"response_action":"errors","errors":{"what":"Too long."}}""", null)]
    [InlineData("""{"response_action":"errors","errors":{"who":"Nobody."}}""", "no input block who")]
    [InlineData("ok", "invalid_response")]
    [InlineData("""{"response_action":"close"}""", "response_action close")]
    public async Task The_answer_to_a_submission_is_checked(string answer, string? wrong)
    {
        await using var bot = await StubBot.StartAsync(request => request.Body.Contains("view_submission", StringComparison.Ordinal) ? answer : "");
        await using var slack = await StartAsync(bot);
        await slack.CommandAsync("U1", "/nudge", "settings");
        await slack.CallAsync("views.open", new() { ["trigger_id"] = Field(bot.Seen[0], "trigger_id"), ["view"] = Modal() });

        var delivery = await slack.SubmitAsync("U1", slack.Modal("U1")!, new Dictionary<string, string?> { ["words"] = "the board deck" });

        Assert.Contains("\"what\":{\"words\":{\"type\":\"plain_text_input\",\"value\":\"the board deck\"}}", Field(bot.Seen[^1], "payload"), StringComparison.Ordinal);
        if (wrong is null)
            Assert.Null(delivery.Error);
        else
            Assert.Contains(wrong, delivery.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_an_ephemeral_message_brings_no_message_and_can_replace_it()
    {
        await using var bot = await StubBot.StartAsync(request => request.Body.StartsWith("payload", StringComparison.Ordinal) ? "" :
            """{"text":"Recorded.","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"undo","value":"7","text":{"type":"plain_text","text":"Undo"}}]}]}""");
        await using var slack = await StartAsync(bot);
        await slack.CommandAsync("U1", "/nudge", "helped @bob with x");

        await slack.PressAsync("U1", slack.Ephemerals("U1")[0], "undo");
        var payload = JsonDocument.Parse(Field(bot.Seen[^1], "payload")).RootElement;
        var (status, _) = await slack.RespondAsync(payload.GetProperty("response_url").GetString()!, new() { ["replace_original"] = true, ["text"] = "Taken back." });

        Assert.Equal(200, status);
        Assert.False(payload.TryGetProperty("message", out _));
        Assert.True(payload.GetProperty("container").GetProperty("is_ephemeral").GetBoolean());
        Assert.Equal("7", payload.GetProperty("actions")[0].GetProperty("value").GetString());
        Assert.Equal("Taken back.", Assert.Single(slack.Ephemerals("U1")).AllText);
    }

    private async Task<FakeSlack> StartAsync(StubBot bot)
    {
        var slack = await FakeSlack.StartAsync(options => options.Clock = clock);
        slack.ConnectTo(bot.Address);
        return slack;
    }

    private static string Field(StubBot.Request request, string name) => HttpUtility.ParseQueryString(request.Body)[name]!;

    private static JsonObject Modal() => new()
    {
        ["type"] = "modal",
        ["title"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Settings" },
        ["submit"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Save" },
        ["blocks"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "input",
                ["block_id"] = "what",
                ["label"] = new JsonObject { ["type"] = "plain_text", ["text"] = "What" },
                ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = "words" },
            },
            new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "more", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "More" } }),
            }),
    };
}
