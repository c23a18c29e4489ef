using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Teams;
using NudgeBot.Tests.Support.Teams;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>Who left, and what became of teams and channels, as far as Teams tells it.</summary>
public sealed class TeamsPartingTests
{
    private const string Lunch = "19:lunch@thread.v2";

    [Fact]
    public async Task Whoever_leaves_one_team_is_there_as_long_as_another_conversation_has_them()
    {
        await using var running = await StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, Lunch);

        await LeaveAsync(running, FakeTeams.Bob, FakeTeams.TeamId);
        var one = await IsThereAsync(running, FakeTeams.Bob);
        await LeaveAsync(running, FakeTeams.Bob, Lunch);

        Assert.Equal((true, false), (one, await IsThereAsync(running, FakeTeams.Bob)));
    }

    [Fact]
    public async Task Whoever_has_a_chat_with_NudgeBot_stays_as_long_as_Teams_knows_them_there()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Bob, "help");

        await LeaveAsync(running, FakeTeams.Bob, FakeTeams.TeamId);
        var chatting = await IsThereAsync(running, FakeTeams.Bob);
        await LeaveAsync(running, FakeTeams.Bob, FakeTeams.Bob.ChatId, FakeTeams.TeamId);

        Assert.Equal((true, false), (chatting, await IsThereAsync(running, FakeTeams.Bob)));
    }

    [Fact]
    public async Task Nobody_has_left_while_Teams_does_not_tell()
    {
        await using var running = await StartAsync();
        running.Teams.Fail("member", new TeamsFault(503));

        await LeaveAsync(running, FakeTeams.Bob, FakeTeams.TeamId);

        Assert.True(await IsThereAsync(running, FakeTeams.Bob));
    }

    [Fact]
    public async Task Whoever_left_is_offered_no_more_and_is_back_when_they_are_met_again()
    {
        await using var running = await StartAsync();
        await LeaveAsync(running, FakeTeams.Bob, FakeTeams.TeamId);
        var gone = await running.SayAsync(FakeTeams.Ana, "thanks bob for the intro");

        running.Teams.Outside.Clear();
        var joined = running.Teams.Activity(FakeTeams.Ana, "conversationUpdate", FakeTeams.TeamId);
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = FakeTeams.Bob.UserId });
        await running.Teams.SendAsync(joined);
        await running.ReadRostersAsync();

        Assert.DoesNotContain(gone, post => post.Titles.Any(title => title.StartsWith("Tell", StringComparison.Ordinal)));
        Assert.True(await IsThereAsync(running, FakeTeams.Bob));
    }

    [Fact]
    public async Task Somebody_whom_Teams_does_not_know_any_more_when_they_are_written_to_has_left()
    {
        await using var running = await StartAsync();
        var thanks = (await running.SayAsync(FakeTeams.Ana, "thanks @Bob Tanaka for the intro")).Last(post => post.Titles.Any(title => title.StartsWith("Tell", StringComparison.Ordinal)));
        running.Teams.People.Remove(FakeTeams.Bob);

        await running.PressAsync(FakeTeams.Ana, thanks, thanks.Titles.First(title => title.StartsWith("Tell", StringComparison.Ordinal)));

        Assert.False(await IsThereAsync(running, FakeTeams.Bob));
    }

    [Theory]
    [InlineData("teamDeleted", "teamRestored")]
    [InlineData("teamHardDeleted", "teamRestored")]
    [InlineData("channelDeleted", "channelRestored")]
    public async Task A_team_or_channel_that_is_deleted_hears_nothing_until_it_is_back(string deleted, string restored)
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help", FakeTeams.ChannelId);

        await ChangeAsync(running, deleted);
        var gone = await RoomAsync(running);
        await ChangeAsync(running, restored);

        Assert.NotNull(gone.RemovedAt);
        Assert.Null((await RoomAsync(running)).RemovedAt);
        Assert.Null(await running.WorkAsync(null, db => db.Set<Workspace>().Select(row => row.RemovedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_channel_has_the_name_that_it_got_last()
    {
        await using var running = await StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help", FakeTeams.ChannelId);

        await ChangeAsync(running, "channelRenamed");

        Assert.Equal("Lounge", (await RoomAsync(running)).Name);
        Assert.Contains(await running.SayAsync(FakeTeams.Ana, "digest off", FakeTeams.ChannelId), post => post.Words.StartsWith("For you, from Lounge:", StringComparison.Ordinal));
    }

    /// <summary>A team whose members are known.</summary>
    private static async Task<TeamsBot> StartAsync()
    {
        var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();
        return running;
    }

    /// <summary>Somebody is out of a conversation, of which Teams tells where it tells anything.</summary>
    private static async Task LeaveAsync(TeamsBot running, TeamsPersona who, string conversationId, string? told = null)
    {
        running.Teams.Outside.Add((conversationId, who));
        var activity = running.Teams.Activity(FakeTeams.Ana, "conversationUpdate", told ?? conversationId);
        activity["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = who.UserId, ["aadObjectId"] = who.ObjectId });
        Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
        await running.ReadRostersAsync();
    }

    private static async Task ChangeAsync(TeamsBot running, string eventType)
    {
        var activity = running.Teams.Activity(FakeTeams.Ana, "conversationUpdate", FakeTeams.TeamId);
        activity["channelData"]!["eventType"] = eventType;
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = FakeTeams.ChannelId, ["name"] = "Lounge" };
        Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
    }

    private static Task<bool> IsThereAsync(TeamsBot running, TeamsPersona who) =>
        running.WorkAsync(null, db => db.Set<Account>().Where(row => row.AccountId == who.ObjectId).Select(row => row.IsActive).SingleAsync());

    private static Task<TeamsConversation> RoomAsync(TeamsBot running) =>
        running.WorkAsync(null, db => db.Set<TeamsConversation>().AsNoTracking().SingleAsync(row => row.ConversationId == FakeTeams.ChannelId));
}
