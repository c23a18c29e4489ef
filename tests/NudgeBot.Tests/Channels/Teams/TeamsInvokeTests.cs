using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

public sealed class TeamsInvokeTests
{
    [Fact]
    public async Task What_takes_a_cards_place_is_answered_at_once_and_changes_the_message_for_the_next_look()
    {
        await using var running = await TeamsBot.StartAsync();
        var welcome = (await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the deck")).Single(post => post.Titles.Contains("Undo"));

        var answer = await running.PressAsync(FakeTeams.Ana, welcome, "Undo");

        Assert.Equal(200, (int)answer.Body!["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body["type"]);
        Assert.DoesNotContain("Undo", TeamsPost.Actions(answer.Body["value"]).Select(action => (string?)action["title"]));
        var changed = running.Teams.Chat(FakeTeams.Ana).Single(post => post.Id == welcome.Id);
        Assert.Equal(1, changed.Updates);
        Assert.Equal(0, await running.CountAsync<Entry>(FakeTeams.Ana));
    }

    [Fact]
    public async Task Pressing_twice_does_no_harm()
    {
        await using var running = await TeamsBot.StartAsync();
        var post = (await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the deck")).Single(one => one.Titles.Contains("Undo"));

        var card = (JsonObject)post.Card!.DeepClone();
        await running.PressAsync(FakeTeams.Ana, post, "Undo");
        var second = await running.Teams.PressAsync(FakeTeams.Ana, card, "Undo", null, post.Id);

        Assert.Equal(200, second.Status);
        Assert.Equal(0, await running.CountAsync<Entry>(FakeTeams.Ana));
    }

    /// <summary>An invoke of some clients has no id; Teams sends the very same again when it got no answer in time.</summary>
    [Theory]
    [InlineData("2026-11-23T09:00:00.100Z", "2026-11-23T09:00:00.100Z", 1)]
    [InlineData("2026-11-23T09:00:00.100Z", "2026-11-23T09:00:07.250Z", 2)]
    public async Task A_press_without_an_id_is_the_same_when_it_was_made_at_the_same_moment(string first, string second, int times)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        foreach (var timestamp in new[] { first, second })
        {
            var activity = running.Teams.Activity(FakeTeams.Ana, "invoke");
            activity.Remove("id");
            (activity["name"], activity["timestamp"]) = ("adaptiveCard/action", timestamp);
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "nudgebot",
                    ["data"] = new JsonObject { ["_action"] = "log.form", ["who"] = "Zoe Quill", ["direction"] = "helped", ["text"] = "a visa", ["date"] = "2026-11-20" },
                },
            };
            Assert.Equal(200, (int)(await running.Teams.SendAsync(activity)).Body!["statusCode"]!);
        }

        Assert.Equal(times, await running.CountAsync<Entry>(FakeTeams.Ana));
    }

    [Fact]
    public async Task A_button_that_opens_a_form_opens_a_dialog_whose_fault_is_told_and_which_then_closes()
    {
        await using var running = await TeamsBot.StartAsync();
        var circle = (await running.SayAsync(FakeTeams.Ana, "circle")).Last(post => post.Titles.Contains("Choose somebody"));

        var dialog = await running.PressAsync(FakeTeams.Ana, circle, "Choose somebody");
        var wrong = await running.Teams.SubmitAsync(FakeTeams.Ana, dialog, new JsonObject { ["name"] = "Bob Tanaka", ["cadence"] = "now and then" });
        var right = await running.Teams.SubmitAsync(FakeTeams.Ana, wrong, new JsonObject { ["cadence"] = "every 6 weeks" });
        await running.Bot.RunDueAsync();

        Assert.Equal("continue", (string?)dialog.Body!["task"]!["type"]);
        Assert.Equal("continue", (string?)wrong.Body!["task"]!["type"]);
        Assert.Equal((200, (JsonObject?)null), (right.Status, right.Body));
        Assert.Contains(running.Teams.Chat(FakeTeams.Ana), post => post.Words.Contains("every 6 weeks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_whose_answer_is_a_form_shows_it_in_the_chat_and_it_can_be_sent_there()
    {
        await using var running = await TeamsBot.StartAsync();
        var settings = (await running.SayAsync(FakeTeams.Ana, "settings")).Single(post => post.Card?.ToJsonString().Contains("Input.Time", StringComparison.Ordinal) == true);

        var answer = await running.PressAsync(FakeTeams.Ana, settings, (string)TeamsPost.Actions(settings.Card).Single()["title"]!, new JsonObject { ["day"] = "Friday" });

        Assert.Equal(200, (int)answer.Body!["statusCode"]!);
        Assert.Equal(DayOfWeek.Friday, await running.WorkAsync(FakeTeams.Ana, db => db.Set<Member>().Select(row => row.NudgeDay).SingleAsync()));
    }

    [Fact]
    public async Task Log_as_help_begins_at_a_message_of_somebody_else()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana);
        await running.Teams.InstallAsync(FakeTeams.Bob);
        var asked = running.Teams.Activity(FakeTeams.Ana, "invoke", "19:somewhere@thread.v2");
        asked["name"] = "composeExtension/fetchTask";
        asked["value"] = new JsonObject
        {
            ["commandId"] = "log",
            ["messagePayload"] = new JsonObject
            {
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<div><p>Thanks for <b>the deck</b> &amp; more</p></div>" },
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = FakeTeams.Bob.ObjectId, ["displayName"] = "Bob Tanaka" } },
            },
        };

        var dialog = await running.Teams.SendAsync(asked);
        var card = (JsonObject)dialog.Body!["task"]!["value"]!["card"]!["content"]!;
        var send = running.Teams.Activity(FakeTeams.Ana, "invoke", "19:somewhere@thread.v2");
        var data = (JsonObject)TeamsPost.Actions(card).Single()["data"]!.DeepClone();
        foreach (var input in card["body"]!.AsArray().OfType<JsonObject>().Where(part => part["id"] is not null))
            data[(string)input["id"]!] = input["value"]?.DeepClone();
        (send["name"], send["value"]) = ("composeExtension/submitAction", new JsonObject { ["commandId"] = "log", ["data"] = data });
        var sent = await running.Teams.SendAsync(send);
        await running.Bot.RunDueAsync();

        Assert.Contains("Thanks for the deck & more", TeamsPost.WordsOf(card), StringComparer.Ordinal);
        Assert.Contains("Bob Tanaka", TeamsPost.WordsOf(card), StringComparer.Ordinal);
        var told = (JsonObject)sent.Body!["task"]!["value"]!["card"]!["content"]!;
        Assert.Contains(TeamsPost.WordsOf(told), words => words.Contains("the deck & more", StringComparison.Ordinal));
        Assert.Empty(TeamsPost.Actions(told));
        Assert.Equal(1, await running.CountAsync<Entry>(FakeTeams.Ana));
        Assert.Contains(running.Teams.Chat(FakeTeams.Ana), post => post.Words.Contains("the deck", StringComparison.Ordinal));
        Assert.Empty(running.Teams.Posts("19:somewhere@thread.v2"));
    }

    [Theory]
    [InlineData("29:ana", "Ana Ruiz", null)]
    [InlineData("00000000-0000-0000-0000-00000000000a", "Ana Ruiz", null)]
    [InlineData("29:nobody", "Zoe \"Z\" Quill", "Zoe 'Z' Quill")]
    [InlineData(null, "Zoe Quill", null)]
    public async Task Log_as_help_names_whoever_wrote_the_message_as_people_read_it_and_never_oneself(string? id, string name, string? named)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana);
        var asked = running.Teams.Activity(FakeTeams.Ana, "invoke", "19:somewhere@thread.v2");
        asked["name"] = "composeExtension/fetchTask";
        asked["value"] = new JsonObject
        {
            ["commandId"] = "log",
            ["messagePayload"] = new JsonObject { ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = id, ["displayName"] = name } } },
        };

        var dialog = await running.Teams.SendAsync(asked);

        Assert.Equal(named, (string?)dialog.Body!["task"]!["value"]!["card"]!["content"]!["body"]!.AsArray().Single(part => (string?)part!["id"] == "who")!["value"]);
    }

    [Theory]
    [InlineData("<div>\n<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\">\n<strong>Ana</strong><p itemprop=\"preview\">Can you help?</p>\n</blockquote>\n<p>Here is the deck</p>\n</div>", "Here is the deck")]
    [InlineData("<p>Great <emoji id=\"yes\" alt=\"\U0001F44D\" title=\"Yes\"></emoji> job &amp; thanks, <at id=\"0\">Ana</at></p><attachment id=\"a\"></attachment>", "Great \U0001F44D job & thanks, Ana")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\ntwo")]
    [InlineData("", null)]
    public async Task Log_as_help_begins_with_what_the_author_wrote_and_not_with_what_they_quoted(string html, string? text)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana);
        var asked = running.Teams.Activity(FakeTeams.Ana, "invoke", "19:somewhere@thread.v2");
        asked["name"] = "composeExtension/fetchTask";
        asked["value"] = new JsonObject
        {
            ["commandId"] = "log",
            ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } },
        };

        var dialog = await running.Teams.SendAsync(asked);

        Assert.Equal(text, (string?)dialog.Body!["task"]!["value"]!["card"]!["content"]!["body"]!.AsArray().Single(part => (string?)part!["id"] == "text")!["value"]);
    }

    [Fact]
    public async Task Looking_somebody_up_shows_ones_own_persons_and_a_pick_brings_the_name_alone()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the secret plan");
        await running.SayAsync(FakeTeams.Chen, "helped \"Bobby Tables\" with SQL");

        var found = await QueryAsync(running, FakeTeams.Ana, "bo");
        var attachment = (JsonObject)Assert.Single(found.Body!["composeExtension"]!["attachments"]!.AsArray())!;

        Assert.Equal("Bob Tanaka", (string?)attachment["preview"]!["content"]!["title"]);
        Assert.Contains("secret plan", (string?)attachment["preview"]!["content"]!["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("secret plan", attachment["content"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await QueryAsync(running, FakeTeams.Bob, "bo")).Body!["composeExtension"]!["attachments"]!.AsArray());
    }

    [Theory]
    [InlineData("fileConsent/invoke", "{}", 501)]
    [InlineData("something/new", "{}", 501)]
    [InlineData("adaptiveCard/action", "{}", 400)]
    [InlineData("adaptiveCard/action", "5", 400)]
    [InlineData("task/fetch", "{\"data\":{}}", 400)]
    [InlineData("task/submit", "[]", 400)]
    [InlineData("composeExtension/query", "{\"commandId\":\"other\"}", 501)]
    [InlineData("composeExtension/submitAction", "{\"commandId\":\"log\",\"data\":5}", 400)]
    [InlineData(null, "{}", 400)]
    public async Task An_invoke_that_makes_no_sense_is_answered_as_the_protocol_asks(string? name, string value, int status)
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana);
        var activity = running.Teams.Activity(FakeTeams.Ana, "invoke");
        activity["value"] = JsonNode.Parse(value);
        if (name is not null)
            activity["name"] = name;

        Assert.Equal(status, (await running.Teams.SendAsync(activity)).Status);
    }

    [Fact]
    public async Task A_button_that_NudgeBot_never_wrote_says_so_and_does_nothing()
    {
        await using var running = await TeamsBot.StartAsync();
        foreach (var data in new[] { "{}", "{\"_action\":\"no.such\"}", "{\"_action\":\"undo\",\"_value\":\"' or 1=1\"}", "{\"_action\":5}" })
        {
            var activity = running.Teams.Activity(FakeTeams.Ana, "invoke");
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "nudgebot", ["data"] = JsonNode.Parse(data) } };

            Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
        }

        Assert.Equal(0, await running.CountAsync<Entry>(FakeTeams.Ana));
    }

    private static Task<TeamsAnswer> QueryAsync(TeamsBot running, TeamsPersona who, string text)
    {
        var activity = running.Teams.Activity(who, "invoke", "19:somewhere@thread.v2");
        activity["name"] = "composeExtension/query";
        activity["value"] = new JsonObject
        {
            ["commandId"] = "person",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "name", ["value"] = text }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        return running.Teams.SendAsync(activity);
    }
}
