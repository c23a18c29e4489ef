using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NudgeBot.Chat;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Digests;

public sealed class SlowPlatformTests
{
    [Fact]
    public async Task A_platform_that_does_not_say_which_channels_there_are_holds_up_nobody_for_long_and_nothing_is_shared()
    {
        var slow = new SlowChannels();
        await using var bot = new TestBot(parts: services => services.Replace(ServiceDescriptor.Singleton<IChannelList>(slow)));
        var thanked = Assert.Single(await bot.SayAsync("ana", "thanks bob for the intro"));

        var pressed = bot.PressAsync("ana", thanked, "thanks.share");
        await slow.Asked.Task;
        bot.Clock.Advance(TimeSpan.FromSeconds(1.1));

        Assert.StartsWith("I could not ask the chat platform just now, so nothing was changed.", Assert.Single(await pressed).Text, StringComparison.Ordinal);
    }

    private sealed class SlowChannels : IChannelList
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "local";

        public async Task<IReadOnlyList<PostableChannel>> ChannelsAsync(string workspaceId, string memberId, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return [];
        }
    }
}
