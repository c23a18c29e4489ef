using Microsoft.Extensions.DependencyInjection;
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_an_organisation_the_channels_of_all_the_members_workspaces_are_listed(bool mayJoin)
    {
        await using var running = await SlackBot.StartAsync(options => (options.WithWorkspace, options.AwkwardPages) = (false, true));
        var slack = running.Slack;
        if (!mayJoin)
            slack.App.Scopes.Remove("channels:join");
        var workspaces = Enumerable.Range(1, 5).Select(number => slack.AddWorkspace($"T{number}", $"Workspace {number}", "E1", "Org")).ToList();
        slack.AddUser("W1", "ana", workspaces[0], user => user.Others.AddRange([workspaces[1], workspaces[4]]));
        await running.InstallAsync(slack.InstallOrg("E1", "Org", "W1", [.. workspaces.Take(4)]));
        foreach (var (place, workspace) in workspaces.Index())
            slack.AddChannel($"C{place}", $"general-{place + 1}", workspace: workspace, members: ["W1"]);
        slack.AddChannel("C9", "without-the-bot", bot: false, workspaces[1], members: ["W1"]);

        var channels = await ChannelsAsync(running, "E1", "W1");

        // Not of the third and fourth, where she is not; not of the fifth, where NudgeBot is not.
        Assert.Equal(mayJoin ? ["general-1", "general-2", "without-the-bot"] : ["general-1", "general-2"], channels);
        Assert.Equal(["T1", "T2"], slack.CallsOf("users.conversations").Select(call => call["team_id"]).Distinct().Order());
    }

    [Fact]
    public async Task A_workspace_that_NudgeBot_was_taken_out_of_a_moment_ago_does_not_hide_the_others()
    {
        await using var running = await SlackBot.StartAsync(options => options.WithWorkspace = false);
        var slack = running.Slack;
        var (one, two) = (slack.AddWorkspace("T1", "One", "E1", "Org"), slack.AddWorkspace("T2", "Two", "E1", "Org"));
        slack.AddUser("W1", "ana", one, user => user.Others.Add(two));
        await running.InstallAsync(slack.InstallOrg("E1", "Org", "W1", one, two));
        slack.AddChannel("C1", "general", workspace: one, members: ["W1"]);
        slack.AddChannel("C2", "general", workspace: two, members: ["W1"]);
        slack.Fail("users.conversations", SlackFault.Error("team_access_not_granted"));

        Assert.Equal(["general"], await ChannelsAsync(running, "E1", "W1"));
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

    private static async Task<IEnumerable<string>> ChannelsAsync(SlackBot running, string workspaceId, string memberId) =>
        (await running.Bot.Services.GetServices<IChannelList>().Single(list => list.Name == "slack").ChannelsAsync(workspaceId, memberId, TestContext.Current.CancellationToken)).Select(channel => channel.Name);

    private static async Task<IEnumerable<string>> NamesAsync(Outbound outbound, string memberId) =>
        (await outbound.Get<IEnumerable<IChannelList>>().Single(list => list.Name == "slack").ChannelsAsync(Outbound.Team, memberId, TestContext.Current.CancellationToken)).Select(channel => channel.Name);
}
