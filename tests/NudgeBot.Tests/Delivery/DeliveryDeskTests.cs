using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Delivery;

public sealed class DeliveryDeskTests : IAsyncDisposable
{
    private readonly TestChannel platform = new();

    private readonly TestBot bot;

    public DeliveryDeskTests() => bot = new TestBot(parts: platform.Replace);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task What_was_given_up_is_listed_with_its_reason_and_without_its_text_and_sent_when_retried()
    {
        var id = await FailedAsync();

        var before = Assert.Single(await AskAsync(desk => desk.ListAsync("local", DeliveryState.Failed, 10, default)));
        var retried = await AskAsync(desk => desk.RetryAsync(id, bot.Clock.GetUtcNow(), default));
        await bot.RunDueAsync();

        Assert.True(retried);
        Assert.Equal("no such channel", before.Error);
        Assert.DoesNotContain("Hello", before.ToString(), StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(platform.Sent).DeliveryId);
    }

    [Fact]
    public async Task What_was_sent_is_neither_sent_again_nor_dropped()
    {
        var id = await WriteAsync();
        await bot.RunDueAsync();

        Assert.False(await AskAsync(desk => desk.RetryAsync(id, bot.Clock.GetUtcNow(), default)));
        Assert.False(await AskAsync(desk => desk.DropAsync(id, default)));
    }

    [Fact]
    public async Task What_is_dropped_never_goes_out()
    {
        var id = await WriteAsync();

        var dropped = await AskAsync(desk => desk.DropAsync(id, default));
        await bot.RunDueAsync();

        Assert.True(dropped);
        Assert.Empty(platform.Sent);
    }

    private async Task<Guid> FailedAsync()
    {
        platform.Faults.Enqueue(new ChannelException("no such channel", Refusal.Never));
        var id = await WriteAsync();
        await bot.RunDueAsync();
        return id;
    }

    private Task<Guid> WriteAsync() => bot.WorkAsync(
        "ana", services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", "ana", new Message("Hello."), bot.Clock.GetUtcNow())));

    private async Task<T> AskAsync<T>(Func<DeliveryDesk, Task<T>> work)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await work(new(scope.ServiceProvider.GetRequiredService<BotDb>()));
    }
}
