using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace NudgeBot.Tests.Storage;

public sealed class UnitOfWorkTests
{
    [Fact]
    public async Task Writers_take_turns_in_the_order_in_which_they_came()
    {
        await using var bot = new TestBot();
        var units = bot.Services.GetRequiredService<UnitOfWork>();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<int> order = [];

        var held = units.RunAsync("local", "", async _ => { await open.Task; return 0; }, CancellationToken.None);
        var waiting = Enumerable.Range(1, 50).Select(turn => units.RunAsync("local", "", _ => { order.Add(turn); return Task.FromResult(turn); }, CancellationToken.None)).ToList();
        open.SetResult();
        await Task.WhenAll([held, .. waiting]);

        Assert.Equal(Enumerable.Range(1, 50), order);
    }
}
