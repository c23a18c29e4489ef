using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Teams;
using NudgeBot.Tests.Support.Teams;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Teams;

public sealed class TeamsComingsTests
{
    [Fact]
    public async Task A_team_that_adds_NudgeBot_brings_its_members_and_nobody_is_written_to()
    {
        await using var running = await TeamsBot.StartAsync();

        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();

        Assert.Equal(["Ana Ruiz", "Bob Tanaka", "Chen Wei"], await running.WorkAsync(null, db => db.Set<Account>().Select(row => row.Name).OrderBy(name => name).ToListAsync()));
        Assert.All(running.Teams.People, person => Assert.Empty(running.Teams.Chat(person)));
        var team = await running.WorkAsync(null, db => db.Set<TeamsConversation>().SingleAsync());
        Assert.Equal((FakeTeams.TeamId, TeamsScope.Channel, FakeTeams.Ana.ObjectId), (team.ConversationId, team.Scope, team.AddedBy));
    }

    [Fact]
    public async Task A_colleague_is_known_by_name_from_the_roster()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();

        await running.SayAsync(FakeTeams.Ana, "thanks bob for the intro");

        Assert.Contains(running.Teams.Chat(FakeTeams.Ana), post => post.Titles.Any(title => title.Contains("Tell Bob", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Guests_and_people_of_other_tenants_are_no_colleagues()
    {
        await using var running = await TeamsBot.StartAsync();
        running.Teams.People.Add(new("Gus Guest", "29:gus", "00000000-0000-0000-0000-00000000000d", Role: "guest"));
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();

        Assert.DoesNotContain("Gus Guest", await running.WorkAsync(null, db => db.Set<Account>().Select(row => row.Name).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_removes_NudgeBot_hears_nothing_until_they_come_back_and_finds_everything_then()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana);
        await running.Teams.InstallAsync(FakeTeams.Bob);
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        await running.Teams.InstallAsync(FakeTeams.Bob, action: "remove");
        var before = running.Teams.Chat(FakeTeams.Bob).Count;

        await running.SayAsync(FakeTeams.Ana, "thanks @Bob Tanaka for the intro");
        var tell = running.Teams.Chat(FakeTeams.Ana).Last(post => post.Titles.Any(title => title.StartsWith("Tell", StringComparison.Ordinal)));
        await running.PressAsync(FakeTeams.Ana, tell, tell.Titles.First(title => title.StartsWith("Tell", StringComparison.Ordinal)));
        var after = running.Teams.Chat(FakeTeams.Bob).Count;
        await running.Teams.InstallAsync(FakeTeams.Bob);
        await running.SayAsync(FakeTeams.Bob, "help");

        Assert.Equal(before, after);
        Assert.True(running.Teams.Chat(FakeTeams.Bob).Count > after);
    }

    [Fact]
    public async Task When_no_conversation_is_left_the_tenant_is_removed_and_coming_back_undoes_it()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana);
        await running.Teams.InstallAsync(FakeTeams.Ana, action: "remove");
        var removed = await RemovedAsync(running);

        await running.Teams.InstallAsync(FakeTeams.Ana);

        Assert.NotNull(removed);
        Assert.Null(await RemovedAsync(running));
    }

    [Fact]
    public async Task Somebody_who_joins_a_team_is_known_afterwards()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();
        running.Teams.People.Add(new("Dora Novak", "29:dora", "00000000-0000-0000-0000-00000000000e"));
        var joined = running.Teams.Activity(FakeTeams.Ana, "conversationUpdate", FakeTeams.TeamId);
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:dora" });

        await running.Teams.SendAsync(joined);
        await running.ReadRostersAsync();

        Assert.Contains("Dora Novak", await running.WorkAsync(null, db => db.Set<Account>().Select(row => row.Name).ToListAsync()));
    }

    /// <summary>Who added it may set its digests: an upgrade, or somebody new, must not hand that on.</summary>
    [Theory]
    [InlineData("add", true)]
    [InlineData("upgrade", false)]
    [InlineData("add-upgrade", false)]
    [InlineData(null, false)]
    public async Task Only_a_real_addition_tells_who_added_it(string? action, bool isAdder)
    {
        await using var running = await TeamsBot.StartAsync();

        await running.Teams.InstallAsync(FakeTeams.Bob, FakeTeams.TeamId, action!);

        Assert.Equal(isAdder ? FakeTeams.Bob.ObjectId : null, await AdderAsync(running));
    }

    [Fact]
    public async Task Whoever_adds_it_stays_who_added_it_through_upgrades_and_newcomers()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);

        await running.Teams.InstallAsync(FakeTeams.Bob, FakeTeams.TeamId, "add-upgrade");
        var joined = running.Teams.Activity(FakeTeams.Bob, "conversationUpdate", FakeTeams.TeamId);
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = $"28:{FakeTeams.AppId}" }, new JsonObject { ["id"] = FakeTeams.Chen.UserId });
        await running.Teams.SendAsync(joined);

        Assert.Equal(FakeTeams.Ana.ObjectId, await AdderAsync(running));
    }

    [Fact]
    public async Task The_first_message_names_who_added_NudgeBot_to_where_they_met()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.Teams.InstallAsync(FakeTeams.Chen);

        await running.SayAsync(FakeTeams.Bob, "help", FakeTeams.ChannelId);
        await running.SayAsync(FakeTeams.Ana, "help", FakeTeams.TeamId);
        await running.SayAsync(FakeTeams.Chen, "help");

        Assert.StartsWith("I am NudgeBot. Ana Ruiz added me to the conversation in which you first wrote to me.", Greeting(running, FakeTeams.Bob), StringComparison.Ordinal);
        Assert.StartsWith("I am NudgeBot. You added me", Greeting(running, FakeTeams.Ana), StringComparison.Ordinal);
        Assert.StartsWith("Ich bin NudgeBot. Du hast mich hinzugefügt", Greeting(running, FakeTeams.Chen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_knows_who_added_it_the_first_message_reads_naturally()
    {
        await using var running = await TeamsBot.StartAsync();
        var nameless = running.Teams.Activity(FakeTeams.Ana, "installationUpdate", "19:lunch@thread.v2");
        nameless["action"] = "add";
        ((JsonObject)nameless["from"]!).Remove("name");
        await running.Teams.SendAsync(nameless);

        await running.SayAsync(FakeTeams.Bob, "help", FakeTeams.ChannelId);
        await running.SayAsync(FakeTeams.Chen, "help", "19:lunch@thread.v2");

        Assert.StartsWith("I am NudgeBot. Those who look after the apps of your organisation installed me.", Greeting(running, FakeTeams.Bob), StringComparison.Ordinal);
        Assert.StartsWith("Ich bin NudgeBot. Wer sich um die Apps deiner Organisation kümmert, hat mich installiert.", Greeting(running, FakeTeams.Chen), StringComparison.Ordinal);
    }

    private static Task<string?> AdderAsync(TeamsBot running) => running.WorkAsync(null, db => db.Set<TeamsConversation>().Select(row => row.AddedBy).SingleAsync());

    private static string Greeting(TeamsBot running, TeamsPersona who) =>
        running.Teams.Chat(who).Single(post => TeamsPost.Actions(post.Card).Any(action => (string?)action["data"]?["_action"] == "nudges.on")).Words;

    private static Task<DateTimeOffset?> RemovedAsync(TeamsBot running) => running.WorkAsync(null, db => db.Set<Workspace>().Select(row => row.RemovedAt).SingleAsync());
}
