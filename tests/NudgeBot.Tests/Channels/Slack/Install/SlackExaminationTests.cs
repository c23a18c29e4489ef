using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Socket;
using NudgeBot.Hosting.Examination;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Install;

public sealed class SlackExaminationTests
{
    [Fact]
    public async Task All_is_well_where_the_token_works_and_has_every_scope()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(start: TimeProvider.System.GetUtcNow(), settings: Settings(slack));

        var findings = await DoctorAsync(bot);

        Assert.DoesNotContain(findings, finding => finding.IsFault);
        Assert.Contains(findings, finding => finding.Found.Contains("has every scope", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Line.Contains(slack.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_scopes_are_named()
    {
        await using var slack = await FakeSlack.StartAsync(options => options.App.Scopes.RemoveAll(scope => scope is "files:write" or "im:history"));
        await using var bot = new TestBot(start: TimeProvider.System.GetUtcNow(), settings: Settings(slack));

        var fault = Assert.Single(await DoctorAsync(bot), finding => finding.IsFault);

        Assert.Contains("files:write, im:history", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told_before_Slack_is_refused()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(start: TimeProvider.System.GetUtcNow().AddMinutes(4), settings: Settings(slack));

        var fault = Assert.Single(await DoctorAsync(bot), finding => finding.IsFault);

        Assert.Contains("clocks differ", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_and_a_Slack_that_is_away_have_a_next_step()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(start: TimeProvider.System.GetUtcNow(), settings: new(Settings(slack)) { ["Slack:BotToken"] = "xoxb-of-nobody" });

        var refused = await DoctorAsync(bot);
        slack.Fail("api.test", SlackFault.Html(), SlackFault.Html());
        var away = await DoctorAsync(bot);

        Assert.Contains("Copy it again", Assert.Single(refused, finding => finding.IsFault).Next, StringComparison.Ordinal);
        Assert.Contains("slack-status.com", Assert.Single(away, finding => finding.IsFault).Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xapp-1-A0NUDGEBOT-1-fake", null)]
    [InlineData("xapp-of-nobody", "connections:write")]
    public async Task Socket_Mode_is_tried(string appToken, string? next)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(
            start: TimeProvider.System.GetUtcNow(), settings: new(Settings(slack)) { ["Slack:SocketMode"] = "true", ["Slack:AppToken"] = appToken });

        var socket = Assert.Single(await bot.Services.GetRequiredService<IExamination>().ExamineAsync(CancellationToken.None), finding => finding.Found.Contains("Socket Mode", StringComparison.Ordinal));

        Assert.Equal(next is not null, socket.IsFault);
        Assert.Contains(next ?? "", socket.Next ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_workspace_is_looked_at_where_many_install()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        await browser.InstallAsync(new() { Workspace = running.Slack.AddWorkspace("T0ACME", "Acme") });

        var findings = await running.Bot.Services.GetRequiredService<IExamination>().ExamineAsync(CancellationToken.None);

        Assert.Contains(findings, finding => finding.Found.StartsWith("workspace T0ACME", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Found.StartsWith("workspace T0MAIN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_Slack_is_away_NudgeBot_is_degraded_and_ready()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(settings: Settings(slack));
        slack.Fail("auth.test", SlackFault.Html(), SlackFault.Html());
        await bot.Services.GetRequiredService<SlackUpkeep>().RunOnceAsync(CancellationToken.None);

        var health = await new SlackHealth(bot.Services.GetRequiredService<SlackStanding>(), bot.Services.GetRequiredService<SlackSocket>()).CheckHealthAsync(new(), CancellationToken.None);

        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, health.Status);
        Assert.Contains("goes out later", health.Description, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Finding>> DoctorAsync(TestBot bot) => Doctor.ExamineAsync(bot.Services, CancellationToken.None);

    private static Dictionary<string, string> Settings(FakeSlack slack) => new()
    {
        ["Slack:ApiUrl"] = slack.ApiAddress.ToString(),
        ["Slack:SigningSecret"] = slack.App.SigningSecret,
        ["Slack:BotToken"] = slack.Token,
    };
}
