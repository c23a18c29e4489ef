using System.Text.Json;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>The fake's OAuth: codes and refresh tokens of one use, rotation, organisations, and the end of an installation.</summary>
public sealed class OAuthTests
{
    private const string Back = "https://nudge.example/slack/oauth";
    private readonly FakeTimeProvider clock = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_code_is_good_once_for_ten_minutes_and_for_its_own_address()
    {
        await using var slack = await StartAsync();

        var first = await AuthorizeAsync(slack);
        var elsewhere = await AccessAsync(slack, first["code"]!, "https://evil.example/");
        var installed = await AccessAsync(slack, first["code"]!);
        var again = await AccessAsync(slack, first["code"]!);
        var second = await AuthorizeAsync(slack);
        clock.Advance(TimeSpan.FromMinutes(11));
        var late = await AccessAsync(slack, second["code"]!);

        Assert.Equal("the state", first["state"]);
        Assert.Equal(["bad_redirect_uri", "code_already_used", "invalid_code"], [elsewhere.Error(), again.Error(), late.Error()]);
        Assert.Equal("T0MAIN", installed.GetProperty("team").GetProperty("id").GetString());
        Assert.False(installed.TryGetProperty("refresh_token", out _));
    }

    [Fact]
    public async Task Who_cancels_is_sent_back_with_an_error()
    {
        await using var slack = await StartAsync();
        slack.NextConsent = new() { Cancels = true };

        var answer = await AuthorizeAsync(slack);

        Assert.Equal(("access_denied", null, "the state"), (answer["error"], answer["code"], answer["state"]));
    }

    [Fact]
    public async Task A_rotating_token_ends_after_twelve_hours_and_is_refreshed_once()
    {
        await using var slack = await StartAsync();
        slack.App.TokenRotation = true;
        var installed = await AccessAsync(slack, (await AuthorizeAsync(slack))["code"]!);
        var (old, refresh) = (installed.GetProperty("access_token").GetString()!, installed.GetProperty("refresh_token").GetString()!);

        clock.Advance(TimeSpan.FromHours(12));
        var expired = await slack.CallAsync("auth.test", [], old);
        var renewed = await RefreshAsync(slack, refresh);
        var twice = await RefreshAsync(slack, refresh);
        var works = await slack.CallAsync("auth.test", [], renewed.GetProperty("access_token").GetString());

        Assert.StartsWith("xoxe.xoxb-", old, StringComparison.Ordinal);
        Assert.Equal(43200, installed.GetProperty("expires_in").GetInt32());
        Assert.Equal(["token_expired", "invalid_refresh_token", null], [expired.Error(), twice.Error(), works.Error()]);
    }

    [Fact]
    public async Task An_organisation_has_no_team_and_its_calls_name_one()
    {
        await using var slack = await StartAsync();
        var (first, second) = (slack.AddWorkspace("T1ORG", "One", "E1", "Org"), slack.AddWorkspace("T2ORG", "Two", "E1", "Org"));
        slack.AddUser("W1", "dora", first);
        slack.NextConsent = new() { User = "W1", EnterpriseId = "E1", EnterpriseName = "Org", Granted = [first] };
        var installed = await AccessAsync(slack, (await AuthorizeAsync(slack))["code"]!);
        var token = installed.GetProperty("access_token").GetString();

        var without = await slack.CallAsync("conversations.list", [], token);
        var teams = await slack.CallAsync("auth.teams.list", [], token);
        await using var bot = await StubBot.StartAsync();
        slack.ConnectTo(bot.Address);
        slack.AddChannel("C7", "org", workspace: first, members: ["W1"]);
        await slack.CommandAsync("W1", "/nudge", "help", "C7");
        await slack.ShortcutAsync("W1", "log_help");

        Assert.Equal(JsonValueKind.Null, installed.GetProperty("team").ValueKind);
        Assert.True(installed.GetProperty("is_enterprise_install").GetBoolean());
        Assert.Equal("missing_argument", without.Error());
        Assert.Equal("T1ORG", teams.GetProperty("teams")[0].GetProperty("id").GetString());
        Assert.Contains("is_enterprise_install=true", bot.Seen[0].Body, StringComparison.Ordinal);
        var payload = JsonDocument.Parse(HttpUtility.ParseQueryString(bot.Seen[1].Body)["payload"]!).RootElement;
        Assert.Equal((JsonValueKind.Null, JsonValueKind.True), (payload.GetProperty("team").ValueKind, payload.GetProperty("is_enterprise_install").ValueKind));
        Assert.Equal("Two", second.Name);
    }

    [Fact]
    public async Task An_uninstalled_app_is_told_twice_and_its_token_is_dead()
    {
        await using var slack = await StartAsync();
        await using var bot = await StubBot.StartAsync();
        slack.ConnectTo(bot.Address);
        var token = slack.Token;

        await slack.UninstallAsync(slack.Installation, tokensFirst: false);
        var answer = await slack.CallAsync("auth.test", [], token);

        Assert.Equal("account_inactive", answer.Error());
        Assert.Equal(["app_uninstalled", "tokens_revoked"], bot.Seen.Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("event").GetProperty("type").GetString()));
    }

    private Task<FakeSlack> StartAsync() => FakeSlack.StartAsync(options => options.Clock = clock);

    private static async Task<System.Collections.Specialized.NameValueCollection> AuthorizeAsync(FakeSlack slack)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri($"{slack.AuthorizeAddress}?client_id={slack.App.ClientId}&scope=chat:write,commands,channels:read&state=the+state&redirect_uri={Uri.EscapeDataString(Back)}"));
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
    }

    private static Task<JsonElement> AccessAsync(FakeSlack slack, string code, string back = Back) =>
        slack.FormAsync("oauth.v2.access", ("client_id", slack.App.ClientId), ("client_secret", slack.App.ClientSecret), ("code", code), ("redirect_uri", back));

    private static Task<JsonElement> RefreshAsync(FakeSlack slack, string refresh) =>
        slack.FormAsync("oauth.v2.access", ("client_id", slack.App.ClientId), ("client_secret", slack.App.ClientSecret), ("grant_type", "refresh_token"), ("refresh_token", refresh));
}
