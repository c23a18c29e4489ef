using System.Text.Json.Nodes;
using NudgeBot.Circle;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>Forms in Teams: in dialogs, and in the chat itself, where they stand until something takes their place.</summary>
public sealed class TeamsFormTests
{
    [Fact]
    public async Task What_came_of_a_form_in_the_chat_takes_its_place_so_that_nobody_sends_it_twice()
    {
        await using var running = await TeamsBot.StartAsync();
        var circle = await CircleAsync(running);
        var form = await OpenInChatAsync(running, circle);
        var before = running.Teams.Chat(FakeTeams.Ana).Count;

        var sent = await running.Teams.PressAsync(FakeTeams.Ana, form, "Choose", new JsonObject { ["name"] = "Ivo Lang" }, circle.Id);
        await running.Bot.RunDueAsync();

        var shown = (JsonObject)sent.Body!["value"]!;
        Assert.Contains(TeamsPost.WordsOf(shown), words => words.StartsWith("Ivo Lang has a close seat", StringComparison.Ordinal));
        Assert.DoesNotContain("Choose", TeamsPost.Actions(shown).Select(action => (string?)action["title"]));
        var stands = running.Teams.Chat(FakeTeams.Ana).Single(post => post.Id == circle.Id);
        Assert.Equal((1, before), (stands.Updates, running.Teams.Chat(FakeTeams.Ana).Count));
        Assert.StartsWith("Ivo Lang has a close seat", stands.Words, StringComparison.Ordinal);
        Assert.Equal(1, await running.CountAsync<Associate>(FakeTeams.Ana));
    }

    [Fact]
    public async Task A_form_of_an_older_client_is_replaced_too()
    {
        await using var running = await TeamsBot.StartAsync();
        var circle = await CircleAsync(running);
        var form = await OpenInChatAsync(running, circle);
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        var data = (JsonObject)TeamsPost.Actions(form).Single()["data"]!.DeepClone();
        (data["name"], data["ring"], activity["value"], activity["replyToId"]) = ("Ivo Lang", "Close", data, circle.Id);

        await running.Teams.SendAsync(activity);
        await running.Bot.RunDueAsync();

        Assert.StartsWith("Ivo Lang has a close seat", running.Teams.Chat(FakeTeams.Ana).Single(post => post.Id == circle.Id).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_of_a_dialog_follows_it_since_nothing_of_it_is_left()
    {
        await using var running = await TeamsBot.StartAsync();
        var circle = await CircleAsync(running);
        var dialog = await running.PressAsync(FakeTeams.Ana, circle, "Choose somebody");

        await running.Teams.SubmitAsync(FakeTeams.Ana, dialog, new JsonObject { ["name"] = "Ivo Lang" });
        await running.Bot.RunDueAsync();

        Assert.Equal(0, running.Teams.Chat(FakeTeams.Ana).Single(post => post.Id == circle.Id).Updates);
        Assert.StartsWith("Ivo Lang has a close seat", running.Teams.Chat(FakeTeams.Ana)[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_right_above_its_field_and_the_form_stays_filled_in()
    {
        await using var running = await TeamsBot.StartAsync();
        var circle = await CircleAsync(running);
        var form = await OpenInChatAsync(running, circle);

        var wrong = await running.Teams.PressAsync(FakeTeams.Ana, form, "Choose", new JsonObject { ["name"] = "Ivo Lang", ["cadence"] = "now and then" }, circle.Id);

        var parts = wrong.Body!["value"]!["body"]!.AsArray().OfType<JsonObject>().ToList();
        var at = parts.FindIndex(part => (string?)part["id"] == "cadence");
        Assert.Equal("Attention", (string?)parts[at - 1]["color"]);
        Assert.StartsWith("Not right yet: ", (string?)parts[at - 1]["text"], StringComparison.Ordinal);
        Assert.Contains("now and then", (string?)parts[at - 1]["text"], StringComparison.Ordinal);
        Assert.Equal(2, parts.Count(part => (string?)part["color"] == "Attention"));
        Assert.Equal(("Ivo Lang", "now and then"), ((string?)parts.Single(part => (string?)part["id"] == "name")["value"], (string?)parts[at]["value"]));
    }

    [Fact]
    public async Task Of_several_faults_each_stands_at_its_own_field()
    {
        await using var running = await TeamsBot.StartAsync();
        var settings = (await running.SayAsync(FakeTeams.Ana, "settings")).Single(post => post.Titles.Contains("Save"));

        var wrong = await running.PressAsync(FakeTeams.Ana, settings, "Save", new JsonObject { ["seats"] = "many", ["zone"] = "Atlantis" });

        var parts = wrong.Body!["value"]!["body"]!.AsArray().OfType<JsonObject>().ToList();
        foreach (var (id, found) in new[] { ("seats", "many"), ("zone", "Atlantis") })
            Assert.Contains(found, (string?)parts[parts.FindIndex(part => (string?)part["id"] == id) - 1]["text"], StringComparison.Ordinal);
        Assert.Equal(3, parts.Count(part => (string?)part["color"] == "Attention"));
    }

    [Fact]
    public async Task A_field_that_was_emptied_is_empty_though_the_client_says_nothing_of_it()
    {
        await using var running = await TeamsBot.StartAsync();
        var settings = (await running.SayAsync(FakeTeams.Ana, "settings")).Single(post => post.Titles.Contains("Save"));

        var saved = await running.PressAsync(FakeTeams.Ana, settings, "Save", new JsonObject { ["days_off"] = null });

        Assert.Contains("Days off", saved.ToString(), StringComparison.Ordinal);
        var again = (await running.SayAsync(FakeTeams.Ana, "settings")).Last(post => post.Titles.Contains("Save"));
        Assert.Equal("", (string?)again.Card!["body"]!.AsArray().Single(part => (string?)part!["id"] == "days_off")!["value"] ?? "");
    }

    private static async Task<TeamsPost> CircleAsync(TeamsBot running) =>
        (await running.SayAsync(FakeTeams.Ana, "circle")).Last(post => post.Titles.Contains("Choose somebody"));

    /// <summary>The form as it comes where a client knows no dialogs: in the place of the card whose button was pressed.</summary>
    private static async Task<JsonObject> OpenInChatAsync(TeamsBot running, TeamsPost circle)
    {
        var activity = running.Teams.Activity(FakeTeams.Ana, "invoke");
        activity["replyToId"] = circle.Id;
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "nudgebot", ["data"] = new JsonObject { ["_action"] = "choose.form" } },
        };
        return (JsonObject)(await running.Teams.SendAsync(activity)).Body!["value"]!;
    }
}
