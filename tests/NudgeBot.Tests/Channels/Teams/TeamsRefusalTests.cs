using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NudgeBot.Channels.Teams;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>What each refusal of Teams' leads to (learn.microsoft.com, "Status codes from bot conversational APIs").</summary>
public sealed class TeamsRefusalTests
{
    private static readonly Message Hello = new("Hello.", new Card(new Paragraph("Hello.")));

    [Theory]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(400, "BadSyntax")]
    public async Task What_can_never_go_out_is_not_tried_again(int status, string code)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(status, code));
        var id = await running.WriteDownAsync(FakeTeams.Ana, Hello);

        await running.WaitAsync(TimeSpan.FromMinutes(1));

        var delivery = await running.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Failed, $"Teams refused send: {status} {code}."), (delivery.State, delivery.Error));
    }

    [Fact]
    public async Task A_tenant_that_is_turned_away_at_one_address_is_served_at_the_other_from_then_on()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(403, "InvalidBotApiHost"));
        var before = running.Teams.Calls.Count;

        await running.SayAsync(FakeTeams.Ana, "note @Bob Tanaka likes tea");
        await running.SayAsync(FakeTeams.Ana, "note @Bob Tanaka likes cake");

        Assert.Equal(2, running.Teams.Chat(FakeTeams.Ana).Count(post => post.Words.Contains("Bob Tanaka", StringComparison.Ordinal)));
        var sent = running.Teams.Calls.Skip(before).Where(call => call.Path.EndsWith("/activities", StringComparison.Ordinal)).Select(call => call.Path.Split('/')[1]);
        Assert.Equal(["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gcc.teams.microsoft.com"], sent);
    }

    [Fact]
    public async Task What_Teams_finds_too_large_goes_out_in_fewer_words()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(413, "MessageSizeTooBig"));

        var id = await running.WriteDownAsync(FakeTeams.Ana, new Message(new string('x', 9000), new Card(new Paragraph("A card."))));
        await running.Bot.RunDueAsync();

        Assert.Equal(DeliveryState.Sent, (await running.DeliveryAsync(id)).State);
        Assert.InRange(((string?)running.Teams.Chat(FakeTeams.Ana)[^1].Activity["text"])!.Length, 1000, 4000);
    }

    [Fact]
    public async Task Every_letter_of_a_long_text_in_Chinese_gets_there()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        var before = running.Teams.Chat(FakeTeams.Ana).Count;

        await running.WriteDownAsync(FakeTeams.Ana, new Message(new string('\u6f22', 50_000)));
        await running.Bot.RunDueAsync();

        Assert.Equal(50_000, running.Teams.Chat(FakeTeams.Ana).Skip(before).Sum(post => ((string)post.Activity["text"]!).Count(letter => letter == '\u6f22')));
    }

    [Fact]
    public async Task A_chat_that_Teams_does_not_know_any_more_is_opened_anew()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Anew = "-2";

        var id = await running.WriteDownAsync(FakeTeams.Ana, Hello);
        await running.Bot.RunDueAsync();
        await running.WriteDownAsync(FakeTeams.Ana, Hello);
        await running.Bot.RunDueAsync();

        Assert.Equal(DeliveryState.Sent, (await running.DeliveryAsync(id)).State);
        Assert.Equal(2, running.Teams.Posts($"{FakeTeams.Ana.ChatId}-2").Count);
        Assert.Single(running.Teams.Calls, call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_message_of_many_parts_each_goes_out_once_however_often_the_limits_hold_it_up()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        await running.WaitAsync(TimeSpan.FromMinutes(1));
        var before = running.Teams.Chat(FakeTeams.Ana).Count;
        var id = await running.WriteDownAsync(FakeTeams.Ana, new Message(string.Join(' ', Enumerable.Range(0, 30_000).Select(number => $"{number:00000}"))));

        await running.WaitAsync(TimeSpan.FromMinutes(1));

        var words = running.Teams.Chat(FakeTeams.Ana).Skip(before).SelectMany(post => ((string)post.Activity["text"]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(DeliveryState.Sent, (await running.DeliveryAsync(id)).State);
        Assert.Equal(Enumerable.Range(0, 30_000).Select(number => $"{number:00000}"), words);
    }

    [Fact]
    public async Task However_long_Teams_asks_to_wait_it_is_waited()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(429, "Throttled", RetryAfter: 3600));
        await running.WriteDownAsync(FakeTeams.Ana, Hello);
        await running.Bot.RunDueAsync();
        var calls = running.Teams.Calls.Count;

        running.Bot.Clock.Advance(TimeSpan.FromMinutes(59));
        await running.Bot.RunDueAsync();
        var early = running.Teams.Calls.Count;
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await running.Bot.RunDueAsync();

        Assert.Equal((calls, calls + 1), (early, running.Teams.Calls.Count));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task A_new_token_that_is_refused_as_well_is_an_error_in_the_log_and_a_withdrawn_one_is_not(int refusals, int errors)
    {
        using var log = new CollectedLog();
        await using var running = await TeamsBot.StartAsync(parts: services => services.AddSingleton<ILoggerProvider>(log));
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", [.. Enumerable.Repeat(new TeamsFault(401, "AuthorizationError"), refusals)]);

        await running.WriteDownAsync(FakeTeams.Ana, Hello);
        await running.Bot.RunDueAsync();

        var lines = log.ToString().Split('\n').Where(line => line.Contains("refused send with a token that was new", StringComparison.Ordinal)).ToList();
        Assert.Equal(errors, lines.Count);
        Assert.All(lines, line => Assert.Contains("doctor", line, StringComparison.Ordinal));
        Assert.DoesNotContain("connector-token", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instant_to_wait_for_is_understood_as_well_as_a_time()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(503, RetryAt: running.Bot.Clock.GetUtcNow().AddMinutes(5)));
        var id = await running.WriteDownAsync(FakeTeams.Ana, Hello);

        await running.Bot.RunDueAsync();

        Assert.Equal(running.Bot.Clock.GetUtcNow().AddMinutes(5), (await running.DeliveryAsync(id)).NotBefore, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_team_that_does_not_answer_hides_nobody_of_the_others()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, "19:a-gone-team@thread.tacv2");
        await running.Teams.SayAsync(FakeTeams.Ana, "help", "19:meeting");
        await running.Bot.RunDueAsync();
        running.Teams.Fail("members", new TeamsFault(404, "ConversationNotFound"));

        await running.ReadRostersAsync();

        Assert.Contains("29:chen", await running.WorkAsync(null, db => Task.FromResult(db.Set<TeamsUser>().Select(row => row.UserId).ToList())));
    }

    [Theory]
    [InlineData("guest", null)]
    [InlineData("user", "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee")]
    public async Task A_guest_of_the_team_and_somebody_of_another_tenant_get_nothing_kept(string role, string? home)
    {
        await using var running = await TeamsBot.StartAsync();
        var guest = new TeamsPersona("Gil Guest", "29:gil", "00000000-0000-0000-0000-0000000000aa", Role: role);
        running.Teams.People.Add(guest);
        var activity = running.Teams.Activity(guest, "message", FakeTeams.ChannelId);
        activity["text"] = "helped \"Bob\" with it";
        if (home is not null)
            activity["from"]!["tenantId"] = home;

        Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
        Assert.Equal((0, 0), (await running.CountAsync<Member>(guest), await running.CountAsync<Entry>(guest)));
    }

    [Theory]
    [InlineData("<at>NudgeBot</at>&nbsp;note \"Bob\" likes tea")]
    [InlineData("<p><at>nudgebot</at>&#160;note \"Bob\" likes tea</p>")]
    [InlineData("<div>note \"Bob\" likes&nbsp;tea<br></div>")]
    [InlineData("note&nbsp;&quot;Bob&quot;\u00a0likes\u200b tea")]
    public async Task The_text_is_read_whatever_signs_of_Teams_are_in_it_and_whatever_entities_are_missing(string text)
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        activity["text"] = text;

        await running.Teams.SendAsync(activity);

        Assert.Equal(["likes tea"], await running.WorkAsync(FakeTeams.Ana, db => Task.FromResult(db.Set<Entry>().Select(row => row.Text).ToList())));
    }
}
