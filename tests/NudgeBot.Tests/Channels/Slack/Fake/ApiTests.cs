using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>The fake's Web API refuses what Slack refuses.</summary>
public sealed class ApiTests
{
    [Fact]
    public async Task A_form_with_nested_JSON_and_a_JSON_body_say_the_same()
    {
        await using var slack = await FakeSlack.StartAsync();

        var form = await slack.FormAsync("chat.postMessage", ("channel", "C1"), ("text", "Hello"), ("blocks", """[{"type":"divider"}]"""));
        var json = await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "Hello", ["blocks"] = new JsonArray(new JsonObject { ["type"] = "divider" }) });

        Assert.Equal([null, null], [form.Error(), json.Error()]);
        Assert.Equal(2, slack.Messages("C1").Count(message => message.Json.GetProperty("blocks")[0].GetProperty("type").GetString() == "divider"));
    }

    [Fact]
    public async Task JSON_is_ignored_where_only_forms_are_read()
    {
        await using var slack = await FakeSlack.StartAsync();

        var json = await slack.CallAsync("users.info", new() { ["user"] = "U1" });
        var form = await slack.FormAsync("users.info", ("user", "U1"));

        Assert.Equal("invalid_arguments", json.Error());
        Assert.Equal("Europe/Berlin", form.GetProperty("user").GetProperty("tz").GetString());
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Installation.Scopes.Remove("files:write");

        var answer = await slack.FormAsync("files.getUploadURLExternal", ("filename", "chart.png"), ("length", "3"));

        Assert.Equal(("missing_scope", "files:write"), (answer.Error(), answer.GetProperty("needed").GetString()));
        Assert.Contains("chat:write", answer.GetProperty("provided").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_is_shown_only_to_who_asks_for_it()
    {
        await using var slack = await FakeSlack.StartAsync();
        await slack.CallAsync("chat.postMessage", new()
        {
            ["channel"] = "U1",
            ["text"] = "Ana",
            ["metadata"] = new JsonObject { ["event_type"] = "nudge_delivery", ["event_payload"] = new JsonObject { ["id"] = "7f" } },
        });
        var channel = slack.Messages("U1")[0].Channel.Id;

        var without = await slack.FormAsync("conversations.history", ("channel", channel));
        var with = await slack.FormAsync("conversations.history", ("channel", channel), ("include_all_metadata", "true"));

        Assert.False(without.GetProperty("messages")[0].TryGetProperty("metadata", out _));
        Assert.Equal("7f", with.GetProperty("messages")[0].GetProperty("metadata").GetProperty("event_payload").GetProperty("id").GetString());
        Assert.Equal("7f", slack.Messages("U1")[0].DeliveryId);
    }

    [Fact]
    public async Task A_fourth_message_in_a_second_waits_and_other_channels_do_not()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var slack = await FakeSlack.StartAsync(options => (options.Clock, options.RateLimits) = (clock, true));
        slack.AddChannel("C3", "other");
        for (var at = 0; at < 3; at++)
            await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "x" });

        using var content = new StringContent("""{"channel":"C1","text":"x"}""", System.Text.Encoding.UTF8, "application/json");
        using var refused = await slack.SendAsync("chat.postMessage", content);
        var elsewhere = await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C3", ["text"] = "x" });
        clock.Advance(TimeSpan.FromSeconds(1));
        var later = await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "x" });

        Assert.Equal((429, TimeSpan.FromSeconds(1)), ((int)refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Equal([null, null], [elsewhere.Error(), later.Error()]);
        Assert.Equal(4, slack.Messages("C1").Count);
    }

    [Fact]
    public async Task A_reset_connection_may_hide_a_message_that_was_stored()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Fail("chat.postMessage", SlackFault.ResetAfter, SlackFault.ResetBefore);

        await Assert.ThrowsAsync<HttpRequestException>(() => slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "stored" }));
        await Assert.ThrowsAsync<HttpRequestException>(() => slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "lost" }));

        Assert.Equal(["stored"], slack.Messages("C1").Select(message => message.Text));
    }

    [Fact]
    public async Task Pages_may_be_empty_and_cursors_end_in_equals_signs()
    {
        await using var slack = await FakeSlack.StartAsync(options => options.AwkwardPages = true);

        var (cursor, pages, ids) = ("", new List<int>(), new List<string>());
        do
        {
            var page = await slack.FormAsync("users.list", ("limit", "2"), ("cursor", cursor));
            pages.Add(page.GetProperty("members").GetArrayLength());
            ids.AddRange(page.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("id").GetString()!));
            cursor = page.GetProperty("response_metadata").GetProperty("next_cursor").GetString()!;
            Assert.True(cursor.Length == 0 || cursor.EndsWith('='));
        }
        while (cursor.Length > 0);

        Assert.Equal(0, pages[0]);
        Assert.Equal(["U1", "U2", "U3"], ids.Where(id => id.Length == 2));
    }

    [Fact]
    public async Task A_file_goes_up_in_three_steps()
    {
        await using var slack = await FakeSlack.StartAsync();
        using var client = new HttpClient();

        var place = await slack.FormAsync("files.getUploadURLExternal", ("filename", "chart.png"), ("length", "3"), ("alt_txt", "Two persons are due."));
        using var bytes = new ByteArrayContent([1, 2, 3]);
        using var sent = await client.PostAsync(new Uri(place.GetProperty("upload_url").GetString()!), bytes);
        var id = place.GetProperty("file_id").GetString();
        var done = await slack.CallAsync("files.completeUploadExternal", new() { ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = "Circle" }), ["channel_id"] = "C1" });

        Assert.Equal("OK - 3", await sent.Content.ReadAsStringAsync());
        Assert.Null(done.Error());
        var file = Assert.Single(slack.Files);
        Assert.Equal(("Two persons are due.", "Circle", "C1"), (file.AltText, file.Title, file.Channel));
        Assert.Single(slack.Messages("C1"));
    }

    [Fact]
    public async Task Messages_of_others_and_ephemeral_ones_cannot_be_updated()
    {
        await using var slack = await FakeSlack.StartAsync();
        var (said, _) = await slack.SayAsync("U1", "Good morning", "C1");
        var ephemeral = await slack.CallAsync("chat.postEphemeral", new() { ["channel"] = "C1", ["user"] = "U1", ["text"] = "psst" });

        var others = await slack.CallAsync("chat.update", new() { ["channel"] = "C1", ["ts"] = said.Ts, ["text"] = "x" });
        var hidden = await slack.CallAsync("chat.update", new() { ["channel"] = "C1", ["ts"] = ephemeral.GetProperty("message_ts").GetString(), ["text"] = "x" });

        Assert.Equal(["cant_update_message", "message_not_found"], [others.Error(), hidden.Error()]);
    }

    [Fact]
    public async Task An_update_keeps_blocks_and_metadata_unless_it_brings_its_own()
    {
        await using var slack = await FakeSlack.StartAsync();
        var posted = await slack.CallAsync("chat.postMessage", new()
        {
            ["channel"] = "C1",
            ["text"] = "Ana",
            ["blocks"] = new JsonArray(FakeCalls.Section("Ana")),
            ["metadata"] = new JsonObject { ["event_type"] = "nudge_delivery", ["event_payload"] = new JsonObject { ["id"] = "7f" } },
        });
        var ts = posted.GetProperty("ts").GetString();

        await slack.CallAsync("chat.update", new() { ["channel"] = "C1", ["ts"] = ts, ["text"] = "Done" });
        var kept = slack.Messages("C1")[0].AllText;
        await slack.CallAsync("chat.update", new() { ["channel"] = "C1", ["ts"] = ts, ["text"] = "Done", ["blocks"] = new JsonArray() });

        Assert.Equal("Done\nAna", kept);
        Assert.Equal(("Done", "7f", 2), (slack.Messages("C1")[0].AllText, slack.Messages("C1")[0].DeliveryId, slack.Messages("C1")[0].Updates));
    }

    [Fact]
    public async Task A_deactivated_account_opens_no_DM_but_an_old_one_still_takes_messages()
    {
        await using var slack = await FakeSlack.StartAsync();
        await slack.CallAsync("chat.postMessage", new() { ["channel"] = "U1", ["text"] = "before" });
        (slack.User("U1").IsDeleted, slack.User("U2").IsDeleted) = (true, true);

        var old = await slack.CallAsync("chat.postMessage", new() { ["channel"] = "U1", ["text"] = "after" });
        var opened = await slack.CallAsync("conversations.open", new() { ["users"] = "U2" });

        Assert.Equal([null, "user_disabled"], [old.Error(), opened.Error()]);
    }
}
