using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>In a Slack Connect channel the workspace of the user and that of the app are told apart.</summary>
public sealed class ConnectTests
{
    [Fact]
    public async Task Events_and_clicks_of_a_member_from_elsewhere_name_both_workspaces()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var bot = await StubBot.StartAsync();
        slack.ConnectTo(bot.Address);
        var other = slack.AddWorkspace("T9OTHER", "Other");
        slack.AddUser("U9", "zoe", other, user => user.IsStranger = true);
        slack.AddChannel("C9", "partners", members: ["U1", "U9"]).SharedWith.Add(other);
        await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C9", ["text"] = "x", ["blocks"] = JsonNode.Parse("""[{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}]}]""") });

        await slack.SayAsync("U9", $"<@{slack.Installation.BotUserId}> help", "C9");
        await slack.PressAsync("U9", slack.Messages("C9")[0], "a");
        var outer = JsonDocument.Parse(bot.Seen[0].Body).RootElement;
        var click = JsonDocument.Parse(HttpUtility.ParseQueryString(bot.Seen[1].Body)["payload"]!).RootElement;

        Assert.Equal(("T9OTHER", "T0MAIN"), (outer.GetProperty("team_id").GetString(), outer.GetProperty("context_team_id").GetString()));
        Assert.True(outer.GetProperty("is_ext_shared_channel").GetBoolean());
        Assert.Equal("T0MAIN", outer.GetProperty("authorizations")[0].GetProperty("team_id").GetString());
        Assert.Equal(("T0MAIN", "T9OTHER"), (click.GetProperty("team").GetProperty("id").GetString(), click.GetProperty("user").GetProperty("team_id").GetString()));
    }

    [Fact]
    public async Task A_method_says_which_scopes_it_needs()
    {
        await using var slack = await FakeSlack.StartAsync();

        Assert.Equal(["users:read.email"], slack.ScopesOf("users.lookupByEmail"));
    }
}
