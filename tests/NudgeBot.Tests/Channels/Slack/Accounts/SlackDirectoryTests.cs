using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Slack.Accounts;

public sealed class SlackDirectoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_whole_directory_is_read_page_by_page(bool awkward)
    {
        await using var running = await SlackBot.StartAsync(options => options.AwkwardPages = awkward);
        var slack = running.Slack;
        for (var number = 0; number < 450; number++)
            slack.AddUser($"U9{number:000}", $"person{number}");
        slack.AddUser("U8BOT", "robot", with: user => user.IsBot = true);
        slack.AddUser("U8GONE", "gone", with: user => user.IsDeleted = true);
        slack.AddUser("U8FAR", "far", with: user => user.IsStranger = true);

        await SyncAsync(running);

        var accounts = await AccountsAsync(running);
        Assert.Equal(453, accounts.Count);
        Assert.DoesNotContain(accounts, account => account.AccountId.StartsWith("U8", StringComparison.Ordinal));
        Assert.All(slack.Calls.Where(call => call.Method == "users.list"), call => Assert.Equal("200", call["limit"]));
        Assert.True(slack.Calls.Count(call => call.Method == "users.list") >= 3);
    }

    [Fact]
    public async Task A_reading_that_was_cut_off_goes_on_where_it_was()
    {
        await using var running = await SlackBot.StartAsync();
        for (var number = 0; number < 450; number++)
            running.Slack.AddUser($"U9{number:000}", $"person{number}");
        running.Slack.Fail("users.list", SlackFault.Gzip, SlackFault.Error("internal_error"));

        await Assert.ThrowsAsync<HttpRequestException>(() => SyncAsync(running));
        var before = (await AccountsAsync(running)).Count;
        await SyncAsync(running);

        Assert.InRange(before, 1, 452);
        Assert.Equal(453, (await AccountsAsync(running)).Count);
        Assert.Single(running.Slack.Calls, call => call.Method == "users.list" && call["cursor"] is null or "");
    }

    [Fact]
    public async Task Slack_may_ask_to_wait()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.Fail("users.list", SlackFault.RateLimited(30));

        var reading = SyncAsync(running);
        while (!reading.IsCompleted)
        {
            running.Bot.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        await reading;
        Assert.Equal(3, (await AccountsAsync(running)).Count);
    }

    [Fact]
    public async Task Accounts_that_were_closed_meanwhile_are_offered_no_more()
    {
        await using var running = await SlackBot.StartAsync();
        await SyncAsync(running);
        running.Bot.Clock.Advance(TimeSpan.FromDays(1));
        running.Slack.User("U2").IsDeleted = true;

        await SyncAsync(running);

        Assert.False((await running.AccountAsync("U2"))!.IsActive);
    }

    [Fact]
    public async Task It_is_read_when_NudgeBot_comes_and_every_day_from_then_on()
    {
        await using var running = await SlackBot.StartAsync();
        var worker = running.Bot.Services.GetRequiredService<SlackRosterWorker>();
        await running.WorkAsync("T0MAIN", "", async db =>
        {
            db.Add(new NudgeBot.Delivery.Schedule { Kind = "slack.roster", MemberId = "", Subject = "", DueAt = running.Bot.Clock.GetUtcNow() });
            return await Task.FromResult(true);
        });

        List<int> read = [];
        for (var hour = 0; hour < 50; hour++)
        {
            await running.Bot.RunDueAsync();
            await worker.RunOnceAsync(CancellationToken.None);
            read.Add(running.Slack.Calls.Count(call => call.Method == "users.list"));
            running.Bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((1, 1, 2, 3), (read[0], read[23], read[26], read[49]));
    }

    [Fact]
    public async Task An_organisation_is_read_workspace_by_workspace()
    {
        await using var running = await SlackBot.StartAsync(options => options.WithWorkspace = false);
        var slack = running.Slack;
        var (one, two) = (slack.AddWorkspace("T1", "One", "E1", "Org"), slack.AddWorkspace("T2", "Two", "E1", "Org"));
        slack.AddUser("W1", "ana", one);
        slack.AddUser("W2", "bob", two);
        await running.InstallAsync(slack.InstallOrg("E1", "Org", "W1", one, two));

        await running.Bot.Services.GetRequiredService<SlackDirectory>().SyncAsync("E1", CancellationToken.None);

        Assert.Equal(["W1", "W2"], (await AccountsAsync(running, "E1")).Select(account => account.AccountId).Order());
        Assert.Equal(["T1", "T2"], slack.Calls.Where(call => call.Method == "users.list").Select(call => call["team_id"]).Order());
    }

    private static Task SyncAsync(SlackBot running) => running.Bot.Services.GetRequiredService<SlackDirectory>().SyncAsync("T0MAIN", CancellationToken.None);

    private static Task<List<Account>> AccountsAsync(SlackBot running, string workspaceId = "T0MAIN") =>
        running.WorkAsync(workspaceId, "", db => db.Set<Account>().AsNoTracking().ToListAsync());
}
