using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Delivery;

public sealed class StoppingTests
{
    [Fact]
    public async Task An_orderly_stop_lets_what_is_on_its_way_arrive_begins_nothing_more_and_gives_the_workspace_back()
    {
        var platform = new TestChannel { Holding = new() };
        await using var bot = new TestBot(parts: platform.Replace);
        await WriteAsync(bot, "first", seconds: -2);
        await WriteAsync(bot, "second", seconds: -1);
        var worker = bot.Services.GetRequiredService<DeliveryWorker>();
        await worker.StartAsync(CancellationToken.None);
        await platform.HeardAsync();

        var stop = worker.StopAsync(CancellationToken.None);
        platform.Holding.SetResult();
        await stop;

        Assert.Equal("first", Assert.Single(platform.Sent).Message.Text);
        Assert.Equal([DeliveryState.Sent, DeliveryState.Pending], await StatesAsync(bot));
        Assert.Null(await bot.WorkAsync("", services => services.GetRequiredService<BotDb>().Set<Workspace>().Select(row => row.LeaseHolder).SingleAsync()));
    }

    [Fact]
    public async Task What_takes_longer_than_the_host_waits_is_broken_off_and_looked_up_by_whoever_comes_next()
    {
        var platform = new TestChannel { Holding = new() };
        await using var bot = new TestBot(parts: platform.Replace);
        await WriteAsync(bot, "stuck");
        var worker = bot.Services.GetRequiredService<DeliveryWorker>();
        await worker.StartAsync(CancellationToken.None);
        await platform.HeardAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await worker.StopAsync(patience.Token);

        Assert.Empty(platform.Sent);
        Assert.Equal([DeliveryState.Sending], await StatesAsync(bot));
    }

    private static Task<Guid> WriteAsync(TestBot bot, string text, int seconds = 0) => bot.WorkAsync(
        "ana", services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", "ana", new Message(text), bot.Clock.GetUtcNow().AddSeconds(seconds))));

    private static Task<List<DeliveryState>> StatesAsync(TestBot bot) => bot.WorkAsync(
        "ana", services => services.GetRequiredService<BotDb>().Set<Outgoing>().OrderBy(row => row.DeliveryId).Select(row => row.State).ToListAsync());
}
