using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Digests;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Digests;

public sealed class DigestRightsTests
{
    [Theory]
    [InlineData("ana", "general", "local", true)]
    [InlineData("bob", "general", "local", true)]
    [InlineData("bob", "random", "local", false)]
    [InlineData("chen", "general", "local", false)]
    [InlineData("bob", "general", "elsewhere", false)]
    public async Task Admins_decide_everywhere_and_managers_in_their_channel(string member, string channel, string platform, bool expected)
    {
        await using var bot = new TestBot();
        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become("local", member);
        var rights = new DigestRights(scope.ServiceProvider.GetRequiredService<BotDb>(), [new BobManagesGeneral(platform)], new PlatformQuestion(bot.Clock));

        var may = await rights.MayDecideAsync(
            new Turn("local", member, Conversation.InChannel(channel), DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, CultureInfo.InvariantCulture), CancellationToken.None);

        Assert.Equal(expected, may);
    }

    private sealed class BobManagesGeneral(string platform) : IChannelManagers
    {
        public string Name => platform;

        public Task<bool> MayManageAsync(string workspaceId, string channelId, string memberId, CancellationToken cancellationToken) =>
            Task.FromResult((workspaceId, channelId, memberId) == ("local", "general", "bob"));
    }
}
