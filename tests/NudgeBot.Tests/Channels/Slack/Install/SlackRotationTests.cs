using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Install;

public sealed class SlackRotationTests
{
    [Fact]
    public async Task A_token_is_renewed_two_hours_before_its_end_and_not_earlier()
    {
        await using var running = await InstalledAsync();
        var first = await TokenAsync(running.Bot);

        running.Bot.Clock.Advance(TimeSpan.FromHours(9.9));
        var early = await RenewAsync(running.Bot);
        running.Bot.Clock.Advance(TimeSpan.FromHours(0.2));
        var renewed = await RenewAsync(running.Bot);
        var again = await RenewAsync(running.Bot);
        var second = await TokenAsync(running.Bot);

        Assert.Equal((0, 1, 0), (early, renewed, again));
        Assert.NotEqual(first, second);
        Assert.Equal(running.Slack.Installation.Token, second);
    }

    [Fact]
    public async Task Renewing_goes_on_for_weeks()
    {
        await using var running = await InstalledAsync();

        for (var hours = 0; hours < 21 * 24; hours += 11)
        {
            running.Bot.Clock.Advance(TimeSpan.FromHours(11));
            Assert.Equal(1, await RenewAsync(running.Bot));
        }

        Assert.Equal(running.Slack.Installation.Token, await TokenAsync(running.Bot));
    }

    [Fact]
    public async Task Of_two_processes_one_renews_and_the_other_uses_the_new_pair()
    {
        await using var running = await InstalledAsync();
        // As replicas on PostgreSQL do; a file keeps a second server away.
        await using var other = new TestBot(settings: Settings(running), parts: services => services.RemoveAll<SqliteUse>().RemoveAll<SqliteBackup>());
        running.Slack.Fail("oauth.v2.access", SlackFault.Stall(TimeSpan.FromMilliseconds(300)));
        running.Bot.Clock.Advance(TimeSpan.FromHours(11));
        other.Clock.Advance(TimeSpan.FromHours(11));

        var renewed = await Task.WhenAll(RenewAsync(running.Bot), RenewAsync(other), RenewAsync(running.Bot), RenewAsync(other));

        Assert.Equal(1, renewed.Sum());
        Assert.Single(running.Slack.CallsOf("oauth.v2.access"), call => call["grant_type"] is "refresh_token");
        Assert.Equal(running.Slack.Installation.Token, await TokenAsync(running.Bot));
        Assert.Equal(running.Slack.Installation.Token, await TokenAsync(other));
    }

    [Fact]
    public async Task While_Slack_is_down_the_old_token_serves_and_the_next_minute_tries_again()
    {
        await using var running = await InstalledAsync();
        running.Slack.Fail("oauth.v2.access", SlackFault.Html());
        running.Bot.Clock.Advance(TimeSpan.FromHours(11));

        var failed = await RenewAsync(running.Bot);
        var meanwhile = await TokenAsync(running.Bot);
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        var renewed = await RenewAsync(running.Bot);

        Assert.Equal((0, 1), (failed, renewed));
        Assert.NotNull(meanwhile);
    }

    [Fact]
    public async Task A_token_that_ended_is_not_used_and_callers_wait_for_the_next()
    {
        await using var running = await InstalledAsync();
        running.Bot.Clock.Advance(TimeSpan.FromHours(13));

        var wait = await Assert.ThrowsAsync<ChannelException>(() => TokenAsync(running.Bot));
        await RenewAsync(running.Bot);

        Assert.Equal((Refusal.Later, true), (wait.Refusal, wait.RetryAfter > TimeSpan.Zero));
        Assert.Equal(running.Slack.Installation.Token, await TokenAsync(running.Bot));
    }

    [Fact]
    public async Task Tokens_stand_in_the_database_only_sealed()
    {
        await using var running = await InstalledAsync();

        var rows = await Rows.ReadAsync(running.Bot);

        Assert.Contains(rows, row => row.StartsWith("slack_installations:", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("xoxe", StringComparison.Ordinal) || row.Contains("xoxb", StringComparison.Ordinal));
    }

    /// <summary>A workspace whose tokens rotate, installed by OAuth.</summary>
    private static async Task<SlackBot> InstalledAsync()
    {
        var running = await SlackBot.StartAsync(options => options.App.TokenRotation = true);
        using var browser = new Browser(running);
        await browser.InstallAsync();
        return running;
    }

    private static Dictionary<string, string> Settings(SlackBot running)
    {
        using var scope = running.Bot.Services.CreateScope();
        return new()
        {
            ["Storage:ConnectionString"] = scope.ServiceProvider.GetRequiredService<BotDb>().Database.GetConnectionString()!,
            ["Slack:ApiUrl"] = running.Slack.ApiAddress.ToString(),
            ["Slack:SigningSecret"] = running.Slack.App.SigningSecret,
            ["Slack:ClientId"] = running.Slack.App.ClientId,
            ["Slack:ClientSecret"] = running.Slack.App.ClientSecret,
            ["Slack:PublicUrl"] = "https://nudgebot.example.com",
        };
    }

    private static Task<int> RenewAsync(TestBot bot) => bot.Services.GetRequiredService<SlackRotation>().RunOnceAsync(CancellationToken.None);

    private static async Task<string?> TokenAsync(TestBot bot) =>
        (await bot.Services.GetRequiredService<SlackInstallations>().FindAsync("T0MAIN", CancellationToken.None))?.Token;
}
