using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Slack.Install;

public sealed class SlackInstallTests
{
    [Fact]
    public async Task A_workspace_installs_by_itself_and_is_told_the_next_step()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        var acme = running.Slack.AddWorkspace("T0ACME", "Acme <Ltd>");

        var (status, page, cookies) = await browser.InstallAsync(new() { Workspace = acme });
        var access = await FindAsync(running, "T0ACME");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("NudgeBot is in Acme &lt;Ltd&gt;", page, StringComparison.Ordinal);
        Assert.Contains("type help", page, StringComparison.Ordinal);
        Assert.Equal(("A0NUDGEBOT", "T0ACME", false), (access!.AppId, access.WorkspaceId, access.IsEnterprise));
        Assert.Contains("expires=Thu, 01 Jan 1970", cookies, StringComparison.Ordinal);
        Assert.Equal("Acme <Ltd>", await running.WorkAsync("T0ACME", "", db => db.Set<Workspace>().Select(row => row.Name).SingleAsync()));
    }

    [Fact]
    public async Task Slack_is_asked_for_what_the_code_needs_and_the_browser_is_bound_by_a_cookie()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);

        await browser.BeginAsync();
        var query = HttpUtility.ParseQueryString(browser.Sent.Query);

        Assert.Equal(string.Join(',', SlackScopes.All), query["scope"]);
        Assert.Equal("https://nudgebot.example.com/slack/oauth_redirect", query["redirect_uri"]);
        Assert.Equal(43, query["state"]!.Length);
        Assert.Null(query["code_challenge"]);
        Assert.DoesNotContain(query["state"]!, browser.Cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "max-age=600", "path=/", "secure", "samesite=lax", "httponly" })
            Assert.Contains(attribute, browser.Cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_app_has_it_PKCE_proves_the_browser_as_well()
    {
        await using var running = await SlackBot.StartAsync(settings: new() { ["Slack:Pkce"] = "true" });
        using var browser = new Browser(running);

        var (status, _, _) = await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("S256", HttpUtility.ParseQueryString(browser.Sent.Query)["code_challenge_method"]);
    }

    [Fact]
    public async Task Coming_back_a_second_time_changes_nothing()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        var back = await browser.BeginAsync();
        await browser.EndAsync(back);
        var asked = running.Slack.CallsOf("oauth.v2.access").Count;

        var (status, page, _) = await browser.EndAsync(back);

        Assert.Equal((HttpStatusCode.BadRequest, asked), (status, running.Slack.CallsOf("oauth.v2.access").Count));
        Assert.Contains("Begin again", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other=1")]
    [InlineData("nudgebot-slack-install=rubbish")]
    public async Task Another_browser_cannot_end_what_this_one_began(string cookie)
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        var back = await browser.BeginAsync();

        var (status, _, cookies) = await browser.EndAsync(back, cookie);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(running.Slack.CallsOf("oauth.v2.access"));
        Assert.Contains("nudgebot-slack-install=;", cookies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_with_a_cookie_of_its_own_cannot_end_what_another_one_began()
    {
        await using var running = await SlackBot.StartAsync();
        using var victim = new Browser(running);
        using var attacker = new Browser(running);
        await victim.BeginAsync();

        var (status, _, _) = await victim.EndAsync(await attacker.BeginAsync());

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(running.Slack.CallsOf("oauth.v2.access"));
    }

    [Fact]
    public async Task After_ten_minutes_one_begins_again()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        var back = await browser.BeginAsync();
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(10));

        var (status, _, _) = await browser.EndAsync(back);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(running.Slack.CallsOf("oauth.v2.access"));
    }

    [Fact]
    public async Task Saying_no_at_Slack_is_answered_kindly_in_the_browsers_language()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);

        var (status, page, cookies) = await browser.EndAsync(await browser.BeginAsync(new() { Cancels = true }), language: "fr, de-CH;q=0.9, en;q=0.5");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("NudgeBot wurde nicht installiert", page, StringComparison.Ordinal);
        Assert.Contains("nudgebot-slack-install=;", cookies, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad_client_secret", "Slack:ClientSecret")]
    [InlineData("invalid_code", "Begin again")]
    [InlineData("<script>", "Slack refused")]
    public async Task What_Slack_refuses_is_told_with_the_next_step(string error, string words)
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        running.Slack.Fail("oauth.v2.access", SlackFault.Error(error));

        var (status, page, _) = await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Slack_is_down_nothing_is_installed()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        running.Slack.Fail("oauth.v2.access", SlackFault.Html());

        var (status, page, _) = await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("Slack did not answer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_installs_as_a_whole_and_is_one_tenant()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        var team = running.Slack.AddWorkspace("T0SALES", "Sales", "E0ORG", "The Org");

        var (_, page, _) = await browser.InstallAsync(new() { EnterpriseId = "E0ORG", EnterpriseName = "The Org", Granted = [team] });
        var access = await FindAsync(running, "E0ORG");

        Assert.True(access!.IsEnterprise);
        Assert.Equal("E0ORG", access.EnterpriseId);
        Assert.Contains("administrator of the organisation", page, StringComparison.Ordinal);
        Assert.Null(await FindAsync(running, "T0SALES"));
    }

    [Fact]
    public async Task Installing_again_brings_more_scopes_and_loses_nothing()
    {
        await using var running = await SlackBot.StartAsync(options => options.App.Scopes.Remove("files:write"));
        using var browser = new Browser(running);
        await running.AnswerAsync("U1", "helped bob with the board deck");
        var before = await FindAsync(running, "T0MAIN");

        await browser.InstallAsync();
        var after = await FindAsync(running, "T0MAIN");

        Assert.Equal((false, true), (before!.Has("files:write"), after!.Has("files:write")));
        Assert.Equal(1, await running.CountAsync<NudgeBot.Ledger.Entry>("U1"));
    }

    [Fact]
    public async Task No_token_and_no_secret_stands_in_the_log_or_on_a_page()
    {
        using var log = new CollectedLog();
        await using var running = await SlackBot.StartAsync(
            options => options.App.TokenRotation = true, services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log),
            new() { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace" });
        using var browser = new Browser(running);

        var (_, page, cookies) = await browser.InstallAsync();
        running.Bot.Clock.Advance(TimeSpan.FromHours(11));
        await running.Bot.Services.GetRequiredService<SlackRotation>().RunOnceAsync(CancellationToken.None);
        running.Slack.Fail("oauth.v2.access", SlackFault.ResetAfter);
        running.Bot.Clock.Advance(TimeSpan.FromHours(11));
        await running.Bot.Services.GetRequiredService<SlackRotation>().RunOnceAsync(CancellationToken.None);
        var written = $"{log}\n{page}\n{cookies}";

        Assert.Contains("oauth.v2.access", written, StringComparison.Ordinal);
        string[] secrets = ["xoxb-", "xoxe", running.Slack.App.ClientSecret, running.Slack.App.SigningSecret];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal));
    }

    private static Task<SlackAccess?> FindAsync(SlackBot running, string workspaceId) =>
        running.Bot.Services.GetRequiredService<SlackInstallations>().FindAsync(workspaceId, CancellationToken.None);
}
