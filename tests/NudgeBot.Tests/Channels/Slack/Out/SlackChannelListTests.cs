using NudgeBot.Chat;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Out;

public sealed class SlackChannelListTests
{
    [Fact]
    public async Task A_members_channels_are_listed_by_name_and_asked_for_once_a_minute()
    {
        await using var outbound = await Outbound.StartAsync(options => options.AwkwardPages = true);
        outbound.Slack.AddChannel("C3", "ants", members: ["U1"]);
        outbound.Slack.AddChannel("C4", "bees", members: ["U2"]);
        outbound.Slack.AddChannel("G5", "with-the-bot", kind: ChannelKind.Private, members: ["U1"]);
        outbound.Slack.AddChannel("G6", "without-the-bot", bot: false, kind: ChannelKind.Private, members: ["U1"]);
        outbound.Slack.AddChannel("C7", "shared", members: ["U1"]).SharedWith.Add(outbound.Slack.AddWorkspace("T9", "Other"));

        var names = await NamesAsync(outbound, "U1");
        var calls = outbound.Slack.CallsOf("users.conversations").Count;
        await NamesAsync(outbound, "U1");

        Assert.Equal(["ants", "general", "random", "with-the-bot"], names);
        Assert.True(calls > 1);
        Assert.Equal(calls, outbound.Slack.CallsOf("users.conversations").Count);
    }

    [Fact]
    public async Task Where_joining_was_not_granted_only_channels_with_NudgeBot_are_listed()
    {
        await using var outbound = await Outbound.StartAsync(options => options.App.Scopes.Remove("channels:join"));

        Assert.Equal(["general"], await NamesAsync(outbound, "U1"));
    }

    [Fact]
    public async Task Whoever_made_a_channel_looks_after_it()
    {
        await using var outbound = await Outbound.StartAsync();
        var managers = outbound.Get<IChannelManagers>();

        Assert.True(await managers.MayManageAsync(Outbound.Team, "C1", "U3", TestContext.Current.CancellationToken));
        Assert.False(await managers.MayManageAsync(Outbound.Team, "C1", "U1", TestContext.Current.CancellationToken));
        Assert.False(await managers.MayManageAsync(Outbound.Team, "C404", "U1", TestContext.Current.CancellationToken));
    }

    private static async Task<IEnumerable<string>> NamesAsync(Outbound outbound, string memberId) =>
        (await outbound.Get<IEnumerable<IChannelList>>().Single(list => list.Name == "slack").ChannelsAsync(Outbound.Team, memberId, TestContext.Current.CancellationToken)).Select(channel => channel.Name);
}
