using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Delivery;

public sealed class SenderTests : IAsyncDisposable
{
    private readonly TestChannel platform = new();
    private readonly TestBot bot;

    public SenderTests() => bot = new TestBot(parts: platform.Replace);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task What_is_written_down_is_sent_once()
    {
        var id = await WriteAsync();

        await bot.RunDueAsync();
        await bot.RunDueAsync();

        Assert.Equal(id, Assert.Single(platform.Sent).DeliveryId);
        Assert.Equal((DeliveryState.Sent, "platform-1"), await StateAsync(id, row => (row.State, row.PlatformId)));
    }

    [Fact]
    public async Task A_delivery_that_a_crash_cut_off_after_it_got_there_is_not_sent_again()
    {
        var id = await WriteAsync();
        await CutOffAsync(id);
        platform.History[id] = "there already";

        await bot.RunDueAsync();

        Assert.Empty(platform.Sent);
        Assert.Equal((DeliveryState.Sent, "there already"), await StateAsync(id, row => (row.State, row.PlatformId)));
    }

    [Fact]
    public async Task A_delivery_that_a_crash_cut_off_before_it_got_there_is_sent()
    {
        var id = await WriteAsync();
        await CutOffAsync(id);

        await bot.RunDueAsync();

        Assert.Single(platform.Sent);
        Assert.Equal(DeliveryState.Sent, await StateAsync(id, row => row.State));
    }

    [Fact]
    public async Task What_broke_off_without_a_word_is_looked_up_before_it_is_sent_again()
    {
        var id = await WriteAsync();
        platform.Faults.Enqueue(new TaskCanceledException("The request timed out."));
        await bot.RunDueAsync();
        platform.History[id] = "there already";

        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await bot.RunDueAsync();

        Assert.Empty(platform.Sent);
        Assert.Equal(DeliveryState.Sent, await StateAsync(id, row => row.State));
    }

    [Fact]
    public async Task A_permanent_refusal_is_not_tried_again_and_keeps_its_reason()
    {
        var id = await WriteAsync();
        platform.Faults.Enqueue(new ChannelException("account_inactive", Refusal.Never));
        await bot.RunDueAsync();

        bot.Clock.Advance(TimeSpan.FromDays(1));
        await bot.RunDueAsync();

        Assert.Empty(platform.Sent);
        Assert.Equal((DeliveryState.Failed, "account_inactive"), await StateAsync(id, row => (row.State, row.Error)));
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again_later_and_later()
    {
        await WriteAsync();
        platform.Faults.Enqueue(new ChannelException("busy"));
        platform.Faults.Enqueue(new ChannelException("busy"));
        platform.Faults.Enqueue(new ChannelException("asked to wait", retryAfter: TimeSpan.FromMinutes(2)));

        var sentAfter = new List<int>();
        for (var second = 0; second <= 140; second++)
        {
            var tries = platform.Faults.Count;
            await bot.RunDueAsync();
            if (platform.Faults.Count < tries || platform.Sent.Count == 1 && sentAfter.Count == 3)
                sentAfter.Add(second);
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // At once, 5 s later, 10 s later, and when the platform asked for.
        Assert.Equal([0, 5, 15, 135], sentAfter);
    }

    [Fact]
    public async Task What_could_not_go_out_for_three_days_is_given_up()
    {
        var id = await WriteAsync();
        bot.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));

        await bot.RunDueAsync();

        Assert.Empty(platform.Sent);
        Assert.Equal((DeliveryState.Failed, "It could not go out for three days."), await StateAsync(id, row => (row.State, row.Error)));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_written_to_until_they_write()
    {
        await bot.SayAsync("bob", "help");
        await bot.WorkAsync("bob", services => services.GetRequiredService<BotDb>().Set<Mailbox>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.BlockedAt, bot.Clock.GetUtcNow())));
        platform.Sent.Clear();
        var blocked = await WriteAsync("bob");
        await bot.RunDueAsync();
        var sentWhileBlocked = platform.Sent.Count;

        await bot.SayAsync("bob", "help");
        await WriteAsync("bob");
        await bot.RunDueAsync();

        Assert.Equal(0, sentWhileBlocked);
        Assert.Equal((DeliveryState.Failed, "The member blocked the bot."), await StateAsync(blocked, row => (row.State, row.Error)));
        Assert.Equal("bob", Assert.Single(platform.Sent).Conversation.Id);
    }

    [Fact]
    public async Task One_that_cannot_go_out_holds_up_nobody()
    {
        await WriteAsync("ana");
        await WriteAsync("bob");
        platform.Faults.Enqueue(new ChannelException("busy"));

        await bot.RunDueAsync();

        Assert.Single(platform.Sent);
    }

    [Fact]
    public async Task A_process_whose_lease_was_taken_over_while_it_slept_sends_nothing()
    {
        await WriteAsync();
        await bot.RunDueAsync();
        platform.Sent.Clear();
        var id = await WriteAsync();

        await bot.WorkAsync("", services => services.GetRequiredService<BotDb>().Set<Workspace>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseHolder, "another").SetProperty(row => row.LeaseUntil, bot.Clock.GetUtcNow().AddSeconds(30))));
        await bot.Services.GetRequiredService<Sender>().RunAsync("local", CancellationToken.None);

        Assert.Empty(platform.Sent);
        Assert.Equal((DeliveryState.Pending, 0), await StateAsync(id, row => (row.State, row.Attempts)));
    }

    private Task<Guid> WriteAsync(string member = "ana") => bot.WorkAsync(
        member, services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", member, new Message("Hello."), bot.Clock.GetUtcNow())));

    private Task<int> CutOffAsync(Guid id) => bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Outgoing>()
        .Where(row => row.DeliveryId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Sending)));

    private async Task<T> StateAsync<T>(Guid id, Func<Outgoing, T> what)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return what(await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Outgoing>().IgnoreQueryFilters().AsNoTracking().SingleAsync(row => row.DeliveryId == id));
    }
}
