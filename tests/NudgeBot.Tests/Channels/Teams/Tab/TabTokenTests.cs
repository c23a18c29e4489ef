using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Teams;
using NudgeBot.Workspaces;
using static NudgeBot.Tests.Support.Teams.Forgery;

namespace NudgeBot.Tests.Channels.Teams.Tab;

/// <summary>The tab shows nothing to whoever has not been signed in to this app and this tenant by Entra, just now.</summary>
public sealed class TabTokenTests
{
    private const string OtherTenant = "ffffffff-0000-0000-0000-000000000000";

    private static readonly Dictionary<string, (int Status, Func<FakeTeams, JsonObject, string?> Token)> Bad = new()
    {
        ["no token"] = (401, (_, _) => null),
        ["no token at all but words"] = (401, (_, _) => "trust-me"),
        ["two parts instead of three"] = (401, (teams, good) => string.Join('.', teams.Entra.Sign(good).Split('.')[..2])),
        ["no signature"] = (401, (teams, good) => string.Join('.', teams.Entra.Sign(good).Split('.')[..2]) + "."),
        ["a signature with one bit changed"] = (401, (teams, good) => Flip(teams.Entra.Sign(good))),
        ["somebody else's account put in after signing"] = (401, (teams, good) => Swap(teams.Entra.Sign(good), teams.Entra.Sign(With(good, "oid", FakeTeams.Bob.ObjectId)))),
        ["alg none"] = (401, (teams, good) => TeamsAuthority.Sign(teams.Entra.Header("none"), good, _ => [])),
        ["HS256 with the public key"] = (401, (teams, good) => TeamsAuthority.Sign(teams.Entra.Header("HS256"), good, data => HMACSHA256.HashData(teams.Entra.PublicKey(), data))),
        ["RS512, which Entra does not use"] = (401, (teams, good) => teams.Entra.Sign(good, teams.Entra.Header("RS512"))),
        ["signed by somebody else with a known key's name"] = (401, (teams, good) => TeamsAuthority.Sign(teams.Entra.Header(), good, SignedBySomebodyElse)),
        ["signed by the Bot Framework, whose key has the same name"] = (401, (teams, good) => teams.Authority.Sign(good)),
        ["a token of the Bot Framework"] = (401, (teams, _) => teams.Authority.Sign(teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl))),
        ["an unknown key"] = (401, (teams, good) => teams.Entra.Sign(good, teams.Entra.Header(keyId: "who-knows"))),
        ["no key's name"] = (401, (teams, good) => teams.Entra.Sign(good, new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" })),
        ["a key of the token's own"] = (401, (_, good) => SignedByItsOwnKey(good)),
        ["another issuer"] = (401, (teams, good) => teams.Entra.Sign(With(good, "iss", "https://login.evil.example/v2.0"))),
        ["the issuer of another tenant"] = (401, (teams, good) => teams.Entra.Sign(With(good, "iss", $"https://login.microsoftonline.com/{OtherTenant}/v2.0"))),
        ["the issuer of every tenant"] = (401, (teams, good) => teams.Entra.Sign(With(good, "iss", "https://login.microsoftonline.com/common/v2.0"))),
        ["the government's issuer"] = (401, (teams, good) => teams.Entra.Sign(With(good, "iss", $"https://login.microsoftonline.us/{FakeTeams.Tenant}/v2.0"))),
        ["no issuer"] = (401, (teams, good) => teams.Entra.Sign(With(good, "iss", null))),
        ["another tenant under our issuer"] = (401, (teams, good) => teams.Entra.Sign(With(good, "tid", OtherTenant))),
        ["no tenant"] = (401, (teams, good) => teams.Entra.Sign(With(good, "tid", null))),
        ["another tenant, throughout"] = (401, (teams, good) => teams.Entra.Sign(With(With(good, "tid", OtherTenant), "iss", $"https://login.microsoftonline.com/{OtherTenant}/v2.0"))),
        ["another app's audience"] = (401, (teams, good) => teams.Entra.Sign(With(good, "aud", "99999999-2222-3333-4444-555555555555"))),
        ["Graph's audience"] = (401, (teams, good) => teams.Entra.Sign(With(good, "aud", "00000003-0000-0000-c000-000000000000"))),
        ["this app at another host"] = (401, (teams, good) => teams.Entra.Sign(With(good, "aud", $"api://evil.example/botid-{FakeTeams.AppId}"))),
        ["an empty audience"] = (401, (teams, good) => teams.Entra.Sign(With(good, "aud", ""))),
        ["no audience"] = (401, (teams, good) => teams.Entra.Sign(With(good, "aud", null))),
        ["no account"] = (401, (teams, good) => teams.Entra.Sign(With(good, "oid", null))),
        ["an account that is no guid"] = (401, (teams, good) => teams.Entra.Sign(With(good, "oid", "29:ana"))),
        ["expired six minutes ago"] = (401, (teams, good) => teams.Entra.Sign(With(good, "exp", teams.Clock.GetUtcNow().AddMinutes(-6).ToUnixTimeSeconds()))),
        ["no end"] = (401, (teams, good) => teams.Entra.Sign(With(good, "exp", null))),
        ["valid in six minutes"] = (401, (teams, good) => teams.Entra.Sign(With(good, "nbf", teams.Clock.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds()))),
        ["a token of twenty thousand characters"] = (401, (teams, good) => teams.Entra.Sign(With(good, "junk", new string('x', 20_000)))),
        ["a token of the app itself, without a person"] = (403, (teams, good) => teams.Entra.Sign(With(With(good, "scp", null), "roles", new JsonArray("access_as_user")))),
        ["a token for something else of the app"] = (403, (teams, good) => teams.Entra.Sign(With(good, "scp", "User.Read access_as_user_too"))),
    };

    [Fact]
    public async Task A_bad_token_is_refused_and_nothing_is_read()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Ana, "note @Bob Tanaka likes tea");

        foreach (var (kind, (status, token)) in Bad)
        {
            using var answer = await AskAsync(running, token(running.Teams, running.Teams.TabClaims(FakeTeams.Ana)));

            Assert.Equal((kind, status, 0L), (kind, (int)answer.StatusCode, answer.Content.Headers.ContentLength ?? 0));
            Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        }
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("")]
    public async Task A_token_in_another_scheme_is_none(string scheme)
    {
        await using var running = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/teams/tab/home");
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {running.Teams.TabToken(FakeTeams.Ana)}".Trim());

        using var answer = await running.Bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("aud", $"api://nudgebot.example.com/botid-{FakeTeams.AppId}")]
    [InlineData("aud", $"api://nudgebot.example.com/{FakeTeams.AppId}")]
    [InlineData("iss", $"https://sts.windows.net/{FakeTeams.Tenant}/")]
    [InlineData("scp", "User.Read access_as_user")]
    public async Task Every_form_of_a_good_token_is_taken(string claim, string value)
    {
        await using var running = await StartAsync();

        using var answer = await AskAsync(running, running.Teams.Entra.Sign(With(running.Teams.TabClaims(FakeTeams.Ana), claim, value)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Clocks_may_differ_by_less_than_five_minutes()
    {
        await using var running = await StartAsync();
        var (good, now) = (running.Teams.TabClaims(FakeTeams.Ana), running.Teams.Clock.GetUtcNow());

        using var late = await AskAsync(running, running.Teams.Entra.Sign(With(good, "exp", now.AddMinutes(-4).ToUnixTimeSeconds())));
        using var early = await AskAsync(running, running.Teams.Entra.Sign(With(good, "nbf", now.AddMinutes(4).ToUnixTimeSeconds())));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (late.StatusCode, early.StatusCode));
    }

    [Fact]
    public async Task However_many_bad_tokens_come_the_keys_are_read_once_in_five_minutes_and_new_keys_are_believed()
    {
        await using var running = await StartAsync();
        var claims = running.Teams.TabClaims(FakeTeams.Ana);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => AskAsync(running, running.Teams.Entra.Sign(claims, running.Teams.Entra.Header(keyId: $"kid-{n}")))));
        var first = running.Teams.EntraMetadataReads;
        running.Teams.Entra.Roll();
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(6));

        using var answer = await AskAsync(running, running.Teams.TabToken(FakeTeams.Ana));

        Assert.Equal((1, 2, HttpStatusCode.OK), (first, running.Teams.EntraMetadataReads, answer.StatusCode));
    }

    [Fact]
    public async Task Without_tokens_in_development_the_tab_wants_one_all_the_same()
    {
        await using var running = await StartAsync(new() { ["Teams:Anonymous"] = "true" });

        using var none = await AskAsync(running, null);
        using var good = await AskAsync(running, running.Teams.TabToken(FakeTeams.Ana));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (none.StatusCode, good.StatusCode));
    }

    [Fact]
    public async Task Without_a_tenant_nobody_is_let_in()
    {
        await using var running = await StartAsync(new() { ["Teams:Anonymous"] = "true", ["Teams:AppId"] = "", ["Teams:TenantId"] = "" });

        using var answer = await AskAsync(running, running.Teams.Entra.Sign(With(With(running.Teams.TabClaims(FakeTeams.Ana), "aud", ""), "tid", "")));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_never_wrote_gets_an_explanation_and_no_row()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Bob, "help");

        var view = await ReadAsync(running, FakeTeams.Ana);

        Assert.Equal((null, $"https://teams.microsoft.com/l/chat/0/0?users=28:{FakeTeams.AppId}"), (view["card"], (string?)view["chat"]));
        Assert.Equal(0, await running.CountAsync<Member>(FakeTeams.Ana));
        Assert.False(await running.WorkAsync(null, db => Task.FromResult(db.Set<Account>().Any(row => row.AccountId == FakeTeams.Ana.ObjectId))));
    }

    [Fact]
    public async Task Everybody_sees_their_own_and_nobody_elses()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Ana, "helped @Chen Wei with the lunar deck");
        await running.SayAsync(FakeTeams.Bob, "met @Chen Wei about the budget");

        var (ana, bob) = (await ReadAsync(running, FakeTeams.Ana), await ReadAsync(running, FakeTeams.Bob));

        Assert.Equal((true, false), (ana.ToJsonString().Contains("lunar deck", StringComparison.Ordinal), bob.ToJsonString().Contains("lunar deck", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_account_in_another_tenant_is_somebody_else()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Bob, "help");
        await running.InTenantAsync(OtherTenant, FakeTeams.Ana.ObjectId, db =>
        {
            db.Add(new Workspace { Channel = "teams", Name = "Fabrikam", InstalledAt = running.Bot.Clock.GetUtcNow() });
            db.Add(new Member { JoinedAt = running.Bot.Clock.GetUtcNow() });
            return Task.FromResult(true);
        });

        Assert.Null((await ReadAsync(running, FakeTeams.Ana))["card"]);
    }

    [Fact]
    public async Task Where_NudgeBot_was_removed_nothing_is_shown()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Ana, "helped @Chen Wei with the lunar deck");
        var before = (await ReadAsync(running, FakeTeams.Ana))["card"];

        await running.Teams.InstallAsync(FakeTeams.Ana, action: "remove");

        Assert.NotNull(before);
        Assert.Null((await ReadAsync(running, FakeTeams.Ana))["card"]);
    }

    private static Task<TeamsBot> StartAsync(Dictionary<string, string>? settings = null) =>
        TeamsBot.StartAsync(new Dictionary<string, string> { ["Teams:PublicUrl"] = FakeTeams.PublicUrl }.Concat(settings ?? []).ToDictionary());

    private static async Task<HttpResponseMessage> AskAsync(TeamsBot running, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/teams/tab/home");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await running.Bot.Http.SendAsync(request);
    }

    private static async Task<JsonObject> ReadAsync(TeamsBot running, TeamsPersona who)
    {
        using var answer = await AskAsync(running, running.Teams.TabToken(who));
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
