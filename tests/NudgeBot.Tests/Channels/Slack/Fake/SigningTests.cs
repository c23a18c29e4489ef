using System.Text;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Tests.Support.Slack.Inbound;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>What the fake sends is signed as Slack signs.</summary>
public sealed class SigningTests
{
    /// <summary>The example of Slack's own documentation.</summary>
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void The_documented_example_gives_the_documented_signature() =>
        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            Signer.Sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public async Task A_command_arrives_as_a_signed_form()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await StubBot.StartAsync();
        slack.ConnectTo(bot.Address);

        var delivery = await slack.CommandAsync("U1", "/nudge", "helped <@U2|bob> with x & y");

        Assert.True(delivery.IsOk, delivery.ToString());
        var seen = Assert.Single(bot.Seen);
        Assert.Equal(seen.Headers["X-Slack-Signature"], Signer.Sign(slack.App.SigningSecret, seen.Headers["X-Slack-Request-Timestamp"], Encoding.UTF8.GetBytes(seen.Body)));
        Assert.Equal("application/x-www-form-urlencoded", seen.Headers["Content-Type"]);
        Assert.Contains("command=%2Fnudge&text=helped+%3C%40U2%7Cbob%3E+with+x+%26+y", seen.Body, StringComparison.Ordinal);
        Assert.Contains("is_enterprise_install=false", seen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_tried_four_times_and_says_why()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await StubBot.StartAsync(status: 500);
        slack.ConnectTo(bot.Address);

        var delivery = await slack.EventAsync("U1", new JsonObject { ["type"] = "app_home_opened" });

        Assert.Equal(4, delivery.Attempts);
        Assert.Equal(["", "1", "2", "3"], bot.Seen.Select(request => request.Headers.GetValueOrDefault("X-Slack-Retry-Num", "")));
        Assert.Equal("http_error", bot.Seen[^1].Headers["X-Slack-Retry-Reason"]);
        Assert.Single(bot.Seen.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task No_retry_and_clicks_are_tried_once()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await StubBot.StartAsync(status: 500, headers: new Dictionary<string, string> { ["X-Slack-No-Retry"] = "1" });
        slack.ConnectTo(bot.Address);

        var refused = await slack.EventAsync("U1", new JsonObject { ["type"] = "app_home_opened" });
        var command = await slack.CommandAsync("U1", "/nudge", "help");

        Assert.Equal((1, 1), (refused.Attempts, command.Attempts));
        Assert.Equal(2, bot.Seen.Count);
    }

    [Fact]
    public async Task Two_headers_of_one_name_arrive_as_two()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await StubBot.StartAsync(_ => "seen");
        slack.ConnectTo(bot.Address);

        var delivery = await slack.CommandAsync("U1", "/nudge", "help", tampering: new() { TwoSignatures = true });

        Assert.Equal((200, "seen"), (delivery.Status, delivery.Answer.Split("\r\n").First(line => line.StartsWith("seen", StringComparison.Ordinal))));
        Assert.Equal(2, bot.Seen[0].Headers["X-Slack-Signature"].Split(',').Length);
    }
}
