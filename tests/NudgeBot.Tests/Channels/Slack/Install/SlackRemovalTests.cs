using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Ledger;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Workspaces;
using Row = NudgeBot.Channels.Slack.SlackInstallation;

namespace NudgeBot.Tests.Channels.Slack.Install;

public sealed class SlackRemovalTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removing_the_app_erases_its_tokens_at_once_in_whichever_order_Slack_tells_it(bool tokensFirst)
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped bob with the board deck");

        var told = await running.Slack.UninstallAsync(running.Slack.Installation, tokensFirst);

        Assert.All(told, delivery => Assert.True(delivery.IsOk, delivery.ToString()));
        Assert.Null(await FindAsync(running));
        Assert.Equal("", await running.WorkAsync("T0MAIN", "", db => db.Set<Row>().Select(row => row.SealedToken).SingleAsync()));
        Assert.Equal(running.Bot.Clock.GetUtcNow(), await RemovedAtAsync(running));
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task Installing_again_restores_everything()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped bob with the board deck");
        await running.Slack.UninstallAsync(running.Slack.Installation);
        running.Bot.Clock.Advance(TimeSpan.FromDays(20));
        using var browser = new Browser(running);

        await browser.InstallAsync();

        Assert.Null(await RemovedAtAsync(running));
        Assert.NotNull(await FindAsync(running));
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task An_event_that_comes_after_the_app_was_installed_again_removes_nothing()
    {
        await using var running = await SlackBot.StartAsync();
        using var browser = new Browser(running);
        await browser.InstallAsync();

        await running.Bot.Services.GetRequiredService<SlackRemoval>().RunAsync("T0MAIN", CancellationToken.None);

        Assert.Null(await RemovedAtAsync(running));
        Assert.NotNull(await FindAsync(running));
    }

    [Fact]
    public async Task While_Slack_cannot_be_asked_its_signed_word_counts()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.Fail("auth.test", SlackFault.Html(), SlackFault.Html());

        await running.Bot.Services.GetRequiredService<SlackRemoval>().RunAsync("T0MAIN", CancellationToken.None);

        Assert.NotNull(await RemovedAtAsync(running));
    }

    [Fact]
    public async Task A_removal_that_a_delivery_found_out_ends_the_installation_as_well()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped bob with the board deck");
        running.Slack.Installation.IsActive = false;
        await running.WorkAsync("T0MAIN", "", async db => (await db.Set<Workspace>().SingleAsync()).RemovedAt = running.Bot.Clock.GetUtcNow());

        await running.Bot.Services.GetRequiredService<SlackUpkeep>().RunOnceAsync(CancellationToken.None);

        Assert.Null(await FindAsync(running));
        Assert.NotNull(await RemovedAtAsync(running));
    }

    [Fact]
    public async Task A_removal_by_mistake_is_taken_back_once_Slack_can_be_asked()
    {
        await using var running = await SlackBot.StartAsync();
        await running.WorkAsync("T0MAIN", "", async db => (await db.Set<Workspace>().SingleAsync()).RemovedAt = running.Bot.Clock.GetUtcNow());
        var upkeep = running.Bot.Services.GetRequiredService<SlackUpkeep>();
        running.Slack.Fail("auth.test", SlackFault.Html(), SlackFault.Html());

        await upkeep.RunOnceAsync(CancellationToken.None);
        var meanwhile = await RemovedAtAsync(running);
        await upkeep.RunOnceAsync(CancellationToken.None);

        Assert.NotNull(meanwhile);
        Assert.Null(await RemovedAtAsync(running));
        Assert.NotNull(await FindAsync(running));
    }

    private static Task<SlackAccess?> FindAsync(SlackBot running) =>
        running.Bot.Services.GetRequiredService<SlackInstallations>().FindAsync("T0MAIN", CancellationToken.None);

    private static Task<DateTimeOffset?> RemovedAtAsync(SlackBot running) =>
        running.WorkAsync("T0MAIN", "", db => db.Set<Workspace>().Select(row => row.RemovedAt).SingleAsync());
}
