using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Slack.Install;

public sealed class SlackSignInTests
{
    [Fact]
    public async Task The_token_of_the_settings_takes_its_workspace_in()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(settings: Settings(slack));

        await PassAsync(bot);
        var access = await bot.Services.GetRequiredService<SlackInstallations>().FindAsync("T0MAIN", CancellationToken.None);

        Assert.Equal((slack.Token, slack.Installation.BotUserId, slack.Installation.BotId), (access!.Token, access.BotUserId, access.BotId));
        Assert.True(access.Has("chat:write"));
        Assert.DoesNotContain(slack.Token, access.ToString(), StringComparison.Ordinal);
        Assert.Equal(("slack", "Main"), await WorkspaceAsync(bot, "T0MAIN"));
        Assert.Null(bot.Services.GetRequiredService<SlackStanding>().Problem);
    }

    [Fact]
    public async Task While_Slack_is_down_NudgeBot_starts_tells_it_and_signs_in_later()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(settings: Settings(slack));
        slack.Fail("auth.test", SlackFault.Html(), SlackFault.Html());

        await PassAsync(bot);
        using var down = await bot.Http.GetAsync(new Uri("/healthz/live", UriKind.Relative));
        var problem = bot.Services.GetRequiredService<SlackStanding>().Problem;
        await PassAsync(bot);

        Assert.Equal(HttpStatusCode.OK, down.StatusCode);
        Assert.Contains("503", problem, StringComparison.Ordinal);
        Assert.Null(bot.Services.GetRequiredService<SlackStanding>().Problem);
        Assert.NotNull(await bot.Services.GetRequiredService<SlackInstallations>().FindAsync("T0MAIN", CancellationToken.None));
    }

    [Fact]
    public async Task A_token_that_Slack_refuses_is_told_with_the_next_step()
    {
        await using var slack = await FakeSlack.StartAsync();
        var settings = Settings(slack);
        settings["Slack:BotToken"] = "xoxb-of-nobody";
        await using var bot = new TestBot(settings: settings);

        await PassAsync(bot);

        Assert.Contains("Copy it again", bot.Services.GetRequiredService<SlackStanding>().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_workspace_is_another_tenant()
    {
        await using var slack = await FakeSlack.StartAsync();
        var settings = Settings(slack);
        await using var bot = new TestBot(settings: settings);
        await PassAsync(bot);

        settings["Slack:BotToken"] = slack.Install(slack.AddWorkspace("T0ACME", "Acme")).Token;
        await bot.RestartAsync();
        await PassAsync(bot);

        Assert.Equal(("slack", "Main"), await WorkspaceAsync(bot, "T0MAIN"));
        Assert.Equal(("slack", "Acme"), await WorkspaceAsync(bot, "T0ACME"));
    }

    [Fact]
    public async Task A_pass_that_finds_the_same_writes_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = new TestBot(settings: Settings(slack));
        await PassAsync(bot);
        var before = await Rows.ReadAsync(bot);

        await PassAsync(bot);

        Assert.Equal(before, await Rows.ReadAsync(bot));
    }

    private static Dictionary<string, string> Settings(FakeSlack slack) => new()
    {
        ["Slack:ApiUrl"] = slack.ApiAddress.ToString(),
        ["Slack:SigningSecret"] = slack.App.SigningSecret,
        ["Slack:BotToken"] = slack.Token,
    };

    private static Task PassAsync(TestBot bot) => bot.Services.GetRequiredService<SlackUpkeep>().RunOnceAsync(CancellationToken.None);

    private static Task<(string, string)> WorkspaceAsync(TestBot bot, string workspaceId) =>
        bot.Services.GetRequiredService<UnitOfWork>().ReadAsync(workspaceId, "", async services =>
        {
            var row = await services.GetRequiredService<BotDb>().Set<Workspace>().SingleAsync();
            return (row.Channel, row.Name);
        });
}
