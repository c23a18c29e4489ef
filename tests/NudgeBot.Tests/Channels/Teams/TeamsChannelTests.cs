using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>The way out, whatever Teams answers.</summary>
public sealed class TeamsChannelTests
{
    [Theory]
    [InlineData(429, "Throttled", 7)]
    [InlineData(429, "Throttled", null)]
    [InlineData(412, "PreconditionFailed", null)]
    [InlineData(500, "ServiceError", null)]
    [InlineData(502, null, null)]
    [InlineData(503, null, 3)]
    [InlineData(504, null, null)]
    [InlineData(200, null, null)]
    public async Task What_Teams_cannot_take_now_goes_out_later_once(int status, string? code, int? retryAfter)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(status, code, retryAfter, Html: code is null));

        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        var before = Told(running);
        await WaitAsync(running, TimeSpan.FromMinutes(2));

        Assert.Equal((0, 1), (before, Told(running)));
    }

    [Fact]
    public async Task Retry_After_is_kept_to()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(429, "Throttled", 40));
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        var calls = running.Teams.Calls.Count;

        await WaitAsync(running, TimeSpan.FromSeconds(30));
        var early = running.Teams.Calls.Count;
        await WaitAsync(running, TimeSpan.FromSeconds(15));

        Assert.Equal(calls, early);
        Assert.Equal(1, Told(running));
    }

    [Fact]
    public async Task A_token_that_was_withdrawn_is_renewed_once()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(401, "AuthorizationError"));
        var tokens = running.Teams.TokensGiven;

        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");

        Assert.Equal((tokens + 1, 1), (running.Teams.TokensGiven, Told(running)));
    }

    [Fact]
    public async Task One_token_serves_many_calls()
    {
        await using var running = await TeamsBot.StartAsync();

        for (var times = 0; times < 5; times++)
            await running.SayAsync(FakeTeams.Ana, "help");

        Assert.Equal(1, running.Teams.TokensGiven);
    }

    [Fact]
    public async Task While_Entra_gives_no_token_messages_wait()
    {
        await using var running = await TeamsBot.StartAsync();
        running.Teams.Fail("token", [.. Enumerable.Repeat(new TeamsFault(503), 8)]);
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        var before = Told(running);

        await WaitAsync(running, TimeSpan.FromMinutes(15));

        Assert.Equal((0, 1), (before, Told(running)));
    }

    [Theory]
    [InlineData("ConversationBlockedByUser")]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("MessageWritesBlocked")]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("ForbiddenOperationException")]
    public async Task Whoever_blocked_NudgeBot_is_not_written_to_until_they_write(string code)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Closed[FakeTeams.Ana.UserId] = code;
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        var blocked = await running.WorkAsync(null, db => db.Set<Mailbox>().IgnoreQueryFilters().Select(row => row.BlockedAt).SingleAsync());
        running.Teams.Closed.Clear();

        var answers = await running.SayAsync(FakeTeams.Ana, "help");

        Assert.NotNull(blocked);
        Assert.NotEmpty(answers);
    }

    [Fact]
    public async Task An_older_form_of_a_refusal_is_understood_too()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();
        running.Teams.Closed[FakeTeams.Bob.UserId] = "BotNotInConversationRoster";
        await running.SayAsync(FakeTeams.Ana, "thanks @Bob Tanaka for the intro");
        var tell = running.Teams.Chat(FakeTeams.Ana).Last(post => post.Titles.Any(title => title.StartsWith("Tell", StringComparison.Ordinal)));

        await running.PressAsync(FakeTeams.Ana, tell, tell.Titles.First(title => title.StartsWith("Tell", StringComparison.Ordinal)));

        Assert.Contains(await running.WorkAsync(null, db => db.Set<Outgoing>().IgnoreQueryFilters().ToListAsync()),
            row => row.MemberId == FakeTeams.Bob.ObjectId && row.State == DeliveryState.Failed && row.Error!.Contains("BotNotInConversationRoster", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_never_wrote_gets_a_personal_chat_opened_once()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();
        for (var times = 0; times < 2; times++)
        {
            await running.SayAsync(FakeTeams.Ana, $"thanks @Bob Tanaka for intro {times}");
            var tell = running.Teams.Chat(FakeTeams.Ana).Last(post => post.Titles.Any(title => title.StartsWith("Tell", StringComparison.Ordinal)));
            await running.PressAsync(FakeTeams.Ana, tell, tell.Titles.First(title => title.StartsWith("Tell", StringComparison.Ordinal)));
        }

        Assert.Equal(2, running.Teams.Chat(FakeTeams.Bob).Count(post => post.Words.Contains("intro", StringComparison.Ordinal)));
        Assert.Single(running.Teams.Calls, call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal) && (string?)call.Body!["members"]![0]!["id"] == FakeTeams.Bob.UserId);
    }

    [Fact]
    public async Task A_service_address_that_changes_is_followed()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        (activity["text"], activity["serviceUrl"]) = ("help", "https://smba.trafficmanager.net/apac/");

        await running.Teams.SendAsync(activity);
        await running.Bot.RunDueAsync();

        Assert.Equal(["https://smba.trafficmanager.net/apac/"], await running.WorkAsync(null, db => db.Set<NudgeBot.Channels.Teams.TeamsConversation>().Select(row => row.ServiceUrl).ToListAsync()));
    }

    [Fact]
    public async Task Text_and_card_never_go_in_one_activity_and_a_card_has_a_summary()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        await running.SayAsync(FakeTeams.Ana, "circle");
        await running.SayAsync(FakeTeams.Ana, "no such command");

        Assert.All(running.Teams.Chat(FakeTeams.Ana), post => Assert.True(post.Activity["text"] is null != post.Card is null));
        Assert.All(running.Teams.Chat(FakeTeams.Ana).Where(post => post.Card is not null), post => Assert.NotEmpty((string)post.Activity["summary"]!));
    }

    [Fact]
    public async Task Lines_stay_lines_and_a_single_one_is_a_text()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");

        var single = await running.SayAsync(FakeTeams.Ana, "nudges on");
        await running.WriteDownAsync(FakeTeams.Ana, new Message("One line.\nAnother *line*."));
        await running.Bot.RunDueAsync();

        Assert.Null(Assert.Single(single).Card);
        var lines = running.Teams.Chat(FakeTeams.Ana)[^1].Card!;
        Assert.Equal(["One line.", "Another \\*line\\*."], lines["body"]!.AsArray().Select(part => (string?)part!["text"]));
        Assert.Equal("One line.\nAnother *line*.", (string?)lines["fallbackText"]);
    }

    [Fact]
    public async Task Seven_messages_a_second_go_to_one_conversation_and_the_rest_follows()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        await WaitAsync(running, TimeSpan.FromMinutes(1));
        var calls = Sent(running);
        for (var times = 0; times < 12; times++)
            Assert.Equal(200, (await running.Teams.SayAsync(FakeTeams.Ana, $"note @Bob Tanaka likes tea number {times}")).Status);
        await running.Bot.RunDueAsync();
        var first = Sent(running) - calls;

        await WaitAsync(running, TimeSpan.FromMinutes(1));

        Assert.InRange(first, 1, 7);
        Assert.Equal(12, running.Teams.Chat(FakeTeams.Ana).Count(post => post.Words.Contains("likes tea number", StringComparison.Ordinal)));
    }

    private static int Told(TeamsBot running) => running.Teams.Chat(FakeTeams.Ana).Count(post => post.Words.Contains("lunar deck", StringComparison.Ordinal));

    private static int Sent(TeamsBot running) => running.Teams.Calls.Count(call => call is { Method: "POST" } && call.Path.EndsWith("/activities", StringComparison.Ordinal));

    private static Task WaitAsync(TeamsBot running, TimeSpan time) => running.WaitAsync(time);
}
