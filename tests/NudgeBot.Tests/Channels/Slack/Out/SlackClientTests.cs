using System.Text.Json;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;
using NudgeBot.Tests.Support.Slack;
using SlackCall = NudgeBot.Channels.Slack.Out.SlackCall;

namespace NudgeBot.Tests.Channels.Slack.Out;

public sealed class SlackClientTests
{
    private static readonly string[] Secrets = ["xoxb-", "C1", "the secret words", "commands/"];

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task A_call_that_has_to_wait_keeps_back_only_its_like(int? retryAfter)
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("conversations.info", SlackFault.RateLimited(retryAfter));

        var first = await Assert.ThrowsAsync<ChannelException>(() => AskAsync(outbound, "conversations.info"));
        var second = await Assert.ThrowsAsync<ChannelException>(() => AskAsync(outbound, "conversations.info"));
        await AskAsync(outbound, "auth.test");
        await AskAsync(outbound, "conversations.info", workspace: "T2");
        outbound.Bot.Clock.Advance(TimeSpan.FromSeconds(retryAfter ?? 30));
        await AskAsync(outbound, "conversations.info");

        Assert.Equal((Refusal.Later, TimeSpan.FromSeconds(retryAfter ?? 30)), (first.Refusal, first.RetryAfter));
        Assert.Equal(first.RetryAfter, second.RetryAfter);
        Assert.Equal(3, outbound.Slack.CallsOf("conversations.info").Count);
    }

    [Fact]
    public async Task A_busy_channel_does_not_keep_another_back()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("chat.postMessage", SlackFault.RateLimited(10));

        await Assert.ThrowsAsync<ChannelException>(() => SayAsync(outbound, "C1"));
        await Assert.ThrowsAsync<ChannelException>(() => SayAsync(outbound, "C1"));
        var other = await SayAsync(outbound, "C2");

        Assert.Equal("not_in_channel", other.Error);
        Assert.Equal(2, outbound.Slack.CallsOf("chat.postMessage").Count);
    }

    public static TheoryData<string, int> Faults => new()
    {
        { "html 502", 1 }, { "html 500", 1 }, { "cut off", 1 }, { "reset", 1 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_does_no_harm_is_asked_once_more_and_a_message_is_not(string fault, int times)
    {
        await using var outbound = await Outbound.StartAsync();
        var faults = Enumerable.Repeat(Fault(fault), times).ToArray();
        outbound.Slack.Fail("auth.test", faults);
        outbound.Slack.Fail("chat.postMessage", faults);

        var asked = await AskAsync(outbound, "auth.test");
        var said = await Assert.ThrowsAsync<HttpRequestException>(() => SayAsync(outbound, "C1"));

        Assert.True(asked.Ok);
        Assert.Single(outbound.Slack.CallsOf("chat.postMessage"));
        Assert.DoesNotContain(Secrets, secret => said.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_that_stays_is_told_without_anything_that_was_sent()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("conversations.info", SlackFault.Html(), SlackFault.Html());

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(outbound, "conversations.info"));

        Assert.Equal("Slack answered conversations.info with 503, and not as its API does.", error.Message);
    }

    [Fact]
    public async Task Where_no_connection_comes_about_it_surely_did_not_happen()
    {
        await using var outbound = await Outbound.StartAsync();
        using var http = new HttpClient();
        var slack = new SlackClient(http, outbound.Get<SlackPace>(), outbound.Get<SlackMeter>(), Options.Create(new SlackOptions { ApiUrl = "http://127.0.0.1:1/api/" }));

        var refused = await Assert.ThrowsAsync<ChannelException>(
            () => slack.DoAsync(Saying("C1"), SlackJson.Default.SlackPosted, TestContext.Current.CancellationToken));

        Assert.Equal(Refusal.Later, refused.Refusal);
        Assert.DoesNotContain(Secrets, secret => refused.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("auth.test", SlackFault.Gzip);

        Assert.True((await AskAsync(outbound, "auth.test")).Ok);
    }

    // The installation is dead.
    [Theory]
    [InlineData("account_inactive", "Removed")]
    [InlineData("token_revoked", "Removed")]
    // The receiver is.
    [InlineData("user_disabled", "Blocked")]
    [InlineData("user_not_found", "Blocked")]
    [InlineData("messages_tab_disabled", "Blocked")]
    [InlineData("channel_not_found", "Blocked")]
    // Slack's own troubles.
    [InlineData("ratelimited", "Later")]
    [InlineData("service_unavailable", "Later")]
    [InlineData("invalid_auth", "Later")]
    [InlineData("token_expired", "Later")]
    [InlineData("team_added_to_org", "Later")]
    // It will never do.
    [InlineData("invalid_blocks", "Never")]
    [InlineData("msg_too_long", "Never")]
    [InlineData("cannot_dm_bot", "Never")]
    [InlineData("restricted_action", "Never")]
    [InlineData("missing_scope", "Never")]
    [InlineData("a_code_of_tomorrow", "Never")]
    public void A_refusal_is_told_by_what_it_means_for_a_direct_chat(string code, string meaning)
    {
        var refused = Assert.IsType<ChannelException>(SlackRefusals.Of("chat.postMessage", new() { Error = code, Needed = "chat:write" }, isDirect: true));

        Assert.Equal(meaning, refused.Refusal.ToString());
        Assert.StartsWith("Slack refused chat.postMessage: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Slack_refuses_is_told_by_its_code_and_without_the_words()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("chat.postMessage", SlackFault.Error("restricted_action"));

        var refused = await Assert.ThrowsAsync<ChannelException>(() => outbound.SendAsync(outbound.To(Conversation.InChannel("C1"), new Message("the secret words"))));

        Assert.Equal("Slack refused chat.postMessage: restricted_action.", refused.Message);
    }

    [Theory]
    [InlineData("fatal_error")]
    [InlineData("internal_error")]
    [InlineData("request_timeout")]
    public void Where_Slack_itself_does_not_know_neither_do_we(string code) =>
        Assert.IsType<HttpRequestException>(SlackRefusals.Of("chat.postMessage", new() { Error = code }));

    [Fact]
    public void A_picture_that_Slack_still_looks_through_is_shown_later()
    {
        using var errors = JsonDocument.Parse("""["invalid slack file [json-pointer:/blocks/0/slack_file]"]""");

        var refused = SlackRefusals.Of("views.publish", new() { Error = "invalid_blocks", Errors = errors.RootElement });

        Assert.Equal(Refusal.Later, Assert.IsType<ChannelException>(refused).Refusal);
    }

    [Fact]
    public void Neither_the_token_nor_the_words_stand_in_what_a_call_is_called() =>
        Assert.Equal("chat.postMessage in T0MAIN", Saying("C1").ToString());

    private static SlackFault Fault(string name) => name switch
    {
        "html 502" => SlackFault.Html(502),
        "html 500" => SlackFault.Html(500),
        "cut off" => SlackFault.Truncated,
        _ => SlackFault.ResetAfter,
    };

    private static Task<SlackAnswer> AskAsync(Outbound outbound, string method, string workspace = Outbound.Team) => outbound.Get<SlackClient>().CallAsync(
        new SlackCall(method, workspace, outbound.Slack.Installation.Token, ("channel", "C1")), SlackJson.Default.SlackAnswer, TestContext.Current.CancellationToken);

    private static Task<SlackPosted> SayAsync(Outbound outbound, string channel) => outbound.Get<SlackClient>().CallAsync(
        Saying(channel) with { Token = outbound.Slack.Installation.Token }, SlackJson.Default.SlackPosted, TestContext.Current.CancellationToken);

    private static SlackCall Saying(string channel) => new("chat.postMessage", Outbound.Team, "xoxb-1", ("channel", channel), ("text", "the secret words"));
}
