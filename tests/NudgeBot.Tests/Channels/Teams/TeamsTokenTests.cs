using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Inbox;
using NudgeBot.Tests.Support.Teams;
using static NudgeBot.Tests.Support.Teams.Forgery;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>What is not provably Teams' is refused before anything of it is looked at.</summary>
public sealed class TeamsTokenTests(TeamsTokenTests.Refusing refusing) : IClassFixture<TeamsTokenTests.Refusing>
{
    private static readonly Dictionary<string, (int Status, Func<FakeTeams, JsonObject, string?> Token)> Bad = new()
    {
        ["no token"] = (401, (_, _) => null),
        ["an empty token"] = (401, (_, _) => " "),
        ["no token at all but words"] = (401, (_, _) => "trust me"),
        ["two parts instead of three"] = (401, (teams, good) => teams.Authority.Sign(good)[..^344].TrimEnd('.')),
        ["four parts"] = (401, (teams, good) => teams.Authority.Sign(good) + ".e30"),
        ["no signature"] = (401, (teams, good) => string.Join('.', teams.Authority.Sign(good).Split('.')[..2]) + "."),
        ["a signature with one bit changed"] = (401, (teams, good) => Flip(teams.Authority.Sign(good))),
        ["a payload that was not signed"] = (401, (teams, good) => Swap(teams.Authority.Sign(good), teams.Authority.Sign(With(good, "aud", "somebody-else")))),
        ["alg none"] = (401, (teams, good) => TeamsAuthority.Sign(teams.Authority.Header("none"), good, _ => [])),
        ["HS256 with the public key"] = (401, (teams, good) => TeamsAuthority.Sign(teams.Authority.Header("HS256"), good, data => HMACSHA256.HashData(teams.Authority.PublicKey(), data))),
        ["alg RS256 in lower case"] = (401, (teams, good) => teams.Authority.Sign(good, teams.Authority.Header("rs256"))),
        ["PS256"] = (401, (teams, good) => teams.Authority.Sign(good, teams.Authority.Header("PS256"))),
        ["signed by somebody else with a known key's name"] = (401, (teams, good) => TeamsAuthority.Sign(teams.Authority.Header(), good, SignedBySomebodyElse)),
        ["an unknown key"] = (401, (teams, good) => teams.Authority.Sign(good, teams.Authority.Header(keyId: "who-knows"))),
        ["no key's name"] = (401, (teams, good) => teams.Authority.Sign(good, new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" })),
        ["a key of the token's own"] = (401, (teams, good) => SignedByItsOwnKey(good)),
        ["another issuer"] = (401, (teams, good) => teams.Authority.Sign(With(good, "iss", "https://api.botframework.us"))),
        ["an issuer that only begins alike"] = (401, (teams, good) => teams.Authority.Sign(With(good, "iss", "https://api.botframework.com.evil.example"))),
        ["Entra's issuer of another tenant"] = (401, (teams, good) => teams.Authority.Sign(With(good, "iss", "https://sts.windows.net/ffffffff-0000-0000-0000-000000000000/"))),
        ["Entra's issuer of our own tenant, in production"] = (401, (teams, good) => teams.Authority.Sign(With(With(good, "iss", $"https://sts.windows.net/{FakeTeams.Tenant}/"), "appid", FakeTeams.AppId))),
        ["no issuer"] = (401, (teams, good) => teams.Authority.Sign(With(good, "iss", null))),
        ["another audience"] = (401, (teams, good) => teams.Authority.Sign(With(good, "aud", "99999999-2222-3333-4444-555555555555"))),
        ["no audience"] = (401, (teams, good) => teams.Authority.Sign(With(good, "aud", null))),
        ["expired six minutes ago"] = (401, (teams, good) => teams.Authority.Sign(With(good, "exp", teams.Clock.GetUtcNow().AddMinutes(-6).ToUnixTimeSeconds()))),
        ["no end"] = (401, (teams, good) => teams.Authority.Sign(With(good, "exp", null))),
        ["an end that is no number"] = (401, (teams, good) => teams.Authority.Sign(With(good, "exp", "tomorrow"))),
        ["valid in six minutes"] = (401, (teams, good) => teams.Authority.Sign(With(good, "nbf", teams.Clock.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds()))),
        ["a token of twenty thousand characters"] = (401, (teams, good) => teams.Authority.Sign(With(good, "junk", new string('x', 20_000)))),
        ["no service address"] = (403, (teams, good) => teams.Authority.Sign(With(good, "serviceurl", null))),
        ["another service address"] = (403, (teams, good) => teams.Authority.Sign(With(good, "serviceurl", "https://smba.trafficmanager.net/apac/"))),
        ["the service address of an attacker"] = (403, (teams, good) => teams.Authority.Sign(With(good, "serviceurl", "https://evil.example/"))),
    };

    public static TheoryData<string> BadTokens => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_refused_and_reaches_nothing(string kind)
    {
        var running = refusing.Running;
        var activity = Message(running);
        var (status, token) = Bad[kind];

        var answer = await running.Teams.PostAsync(activity.ToJsonString(), token(running.Teams, running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl)));

        Assert.Equal((status, (JsonObject?)null), (answer.Status, answer.Body));
        Assert.Equal(0, await HandledAsync(running));
        Assert.Empty(running.Teams.Calls);
    }

    [Fact]
    public async Task However_many_bad_tokens_come_the_keys_are_read_once_in_five_minutes()
    {
        await using var running = await TeamsBot.StartAsync();
        var body = Message(running).ToJsonString();

        foreach (var (_, token) in Bad.Values)
            await running.Teams.PostAsync(body, token(running.Teams, running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl)));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => running.Teams.PostAsync(body, Unknown(running, $"kid-{n}"))));
        var first = running.Teams.MetadataReads;
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => running.Teams.PostAsync(body, Unknown(running, $"kid-{n}"))));

        Assert.Equal((1, 2), (first, running.Teams.MetadataReads));
    }

    [Fact]
    public async Task Keys_that_change_are_believed_without_a_restart()
    {
        await using var running = await TeamsBot.StartAsync();
        var before = await running.Teams.SendAsync(Message(running));
        running.Teams.Authority.Roll();
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(6));

        var after = await running.Teams.SendAsync(Message(running));

        Assert.Equal((200, 200), (before.Status, after.Status));
        Assert.Equal(2, running.Teams.MetadataReads);
    }

    [Fact]
    public async Task An_outage_of_the_keys_at_the_start_is_over_soon_after_it_and_not_when_the_next_request_may_ask()
    {
        await using var running = await TeamsBot.StartAsync();
        var worker = running.Bot.Services.GetRequiredService<TeamsKeyWorker>();
        running.Teams.Fail("metadata", new TeamsFault(500), new TeamsFault(200, Html: true));
        var waits = new List<TimeSpan> { await worker.RunOnceAsync(CancellationToken.None) };
        var during = await running.Teams.SendAsync(Message(running));
        running.Bot.Clock.Advance(waits[0]);

        waits.Add(await worker.RunOnceAsync(CancellationToken.None));
        running.Bot.Clock.Advance(waits[1]);
        waits.Add(await worker.RunOnceAsync(CancellationToken.None));
        var after = await running.Teams.SendAsync(Message(running));

        Assert.Equal((401, 200), (during.Status, after.Status));
        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromHours(12)], waits);
        Assert.Equal(3, running.Teams.MetadataReads);
    }

    [Fact]
    public async Task Keys_that_were_read_stay_good_through_an_outage()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.SendAsync(Message(running));
        foreach (var fault in new[] { new TeamsFault(500), new TeamsFault(200, Html: true), new TeamsFault(200, "NoKeys") })
        {
            running.Teams.Fail("metadata", fault);
            running.Bot.Clock.Advance(TimeSpan.FromHours(30));

            Assert.Equal(200, (await running.Teams.SendAsync(Message(running))).Status);
        }

        Assert.Equal(4, running.Teams.MetadataReads);
    }

    [Fact]
    public async Task A_key_without_endorsements_or_with_those_of_another_channel_is_refused()
    {
        await using var running = await TeamsBot.StartAsync();
        foreach (var endorsements in new string[]?[] { null, [], ["slack"], ["msteams.evil"] })
        {
            running.Teams.Authority.Endorsements = endorsements;
            running.Teams.Authority.Roll();
            running.Bot.Clock.Advance(TimeSpan.FromMinutes(6));

            Assert.Equal(403, (await running.Teams.SendAsync(Message(running))).Status);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("https://localhost/")]
    [InlineData("https://10.0.0.7/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://169.254.169.254/latest/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://intranet/")]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("not an address")]
    public async Task A_service_address_elsewhere_is_refused_even_when_it_is_signed(string serviceUrl)
    {
        var running = refusing.Running;
        var activity = Message(running);
        activity["serviceUrl"] = serviceUrl;

        var answer = await running.Teams.SendAsync(activity);

        Assert.Equal(403, answer.Status);
        Assert.Equal(0, await HandledAsync(running));
    }

    [Theory]
    [InlineData("channelId", "slack")]
    [InlineData("channelId", "emulator")]
    [InlineData("tenant", "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("recipient", "28:99999999-2222-3333-4444-555555555555")]
    public async Task What_is_meant_for_another_channel_tenant_or_bot_is_refused(string what, string other)
    {
        var running = refusing.Running;
        var activity = Message(running);
        if (what is "tenant")
            (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = (other, other);
        else if (what is "recipient")
            activity["recipient"]!["id"] = other;
        else
            activity[what] = other;

        Assert.Equal(403, (await running.Teams.SendAsync(activity)).Status);
    }

    [Fact]
    public async Task Without_keys_nobody_is_let_in_and_with_them_everybody_who_should_be()
    {
        await using var running = await TeamsBot.StartAsync();

        Assert.Equal(200, (await running.Teams.PostAsync(Message(running).ToJsonString(), running.Teams.Authority.Sign(With(running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl), "exp", running.Teams.Clock.GetUtcNow().AddMinutes(-4).ToUnixTimeSeconds())))).Status);
        Assert.Equal(401, (await running.Teams.PostAsync(Message(running).ToJsonString(), running.Teams.Authority.Sign(running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl)), scheme: "Basic")).Status);
    }

    private static JsonObject Message(TeamsBot running)
    {
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        activity["text"] = "help";
        return activity;
    }

    private static Task<int> HandledAsync(TeamsBot running) => running.CountAsync<InboxEntry>(FakeTeams.Ana);

    private static string Unknown(TeamsBot running, string keyId) =>
        running.Teams.Authority.Sign(running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl), running.Teams.Authority.Header(keyId: keyId));

    /// <summary>A program that is asked for nothing but what it has to refuse, so that many tests can ask the same one.</summary>
    public sealed class Refusing : IAsyncLifetime
    {
        internal TeamsBot Running { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Running = await TeamsBot.StartAsync();

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
