using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Hosting.Retention;
using NudgeBot.Inbox;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Hosting;

public sealed class PruningTests
{
    [Fact]
    public async Task Handled_events_and_texts_of_sent_messages_go_after_their_time_and_that_they_were_sent_stays()
    {
        await using var bot = new TestBot(parts: services => services.AddSingleton<Pruning>());
        await bot.SayAsync("ana", "help");
        await bot.WorkAsync("ana", services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", "ana", new Message("Hello."), bot.Clock.GetUtcNow())));
        await bot.RunDueAsync();
        var pruning = bot.Services.GetRequiredService<Pruning>();

        bot.Clock.Advance(TimeSpan.FromDays(30));
        var early = await pruning.RunOnceAsync(CancellationToken.None);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        var due = await pruning.RunOnceAsync(CancellationToken.None);
        var again = await pruning.RunOnceAsync(CancellationToken.None);

        Assert.Equal((0, 0), early);
        Assert.Equal(1, due.Events);
        Assert.True(due.Texts > 0);
        Assert.Equal((0, 0), again);
        await using var scope = bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        Assert.False(await db.Set<InboxEntry>().IgnoreQueryFilters().AnyAsync());
        var kept = await db.Set<Outgoing>().IgnoreQueryFilters().SingleAsync(row => row.Kind == "test");
        Assert.Equal((DeliveryState.Sent, ""), (kept.State, kept.Body));
        Assert.NotNull(kept.SentAt);
    }
}
