using System.Text.Json.Nodes;
using NudgeBot.Digests;
using NudgeBot.Ledger;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>Where answers go that only one person may see: beside what they answer where Teams can, else to their own chat, which goes on being about the other.</summary>
public sealed class TeamsPlaceTests
{
    [Fact]
    public async Task A_command_by_a_slash_is_answered_where_it_was_given_whatever_the_settings_say()
    {
        await using var running = await TeamsBot.StartAsync();

        await running.Teams.SlashAsync(FakeTeams.Ana, "helped \"Zoe Quill\" with a visa", FakeTeams.ChannelId);
        await running.Bot.RunDueAsync();

        var post = Assert.Single(running.Teams.Posts(FakeTeams.ChannelId));
        Assert.Equal(FakeTeams.Ana.UserId, post.TargetedAt);
        Assert.Contains("Zoe Quill", post.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(running.Teams.Chat(FakeTeams.Ana), one => one.Words.Contains("Zoe Quill", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_of_a_targeted_message_changes_that_message_and_nobody_else_hears_of_it()
    {
        await using var running = await TeamsBot.StartAsync();
        const string Thread = $"{FakeTeams.ChannelId};messageid=1795374588114";
        await running.Teams.SlashAsync(FakeTeams.Ana, "helped \"Zoe Quill\" with a visa", Thread);
        await running.Bot.RunDueAsync();
        var post = Assert.Single(running.Teams.Posts(Thread));

        var answer = await running.PressAsync(FakeTeams.Ana, post, "Undo");

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body!["type"]);
        var changed = Assert.Single(running.Teams.Posts(Thread));
        Assert.Equal((post.Id, 1, FakeTeams.Ana.UserId), (changed.Id, changed.Updates, changed.TargetedAt));
        Assert.Contains("Taken back", changed.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(running.Teams.Chat(FakeTeams.Ana), one => one.Words.Contains("Taken back", StringComparison.Ordinal));
        Assert.Equal(0, await running.CountAsync<Entry>(FakeTeams.Ana));
    }

    [Fact]
    public async Task Where_a_targeted_message_has_gone_after_a_day_another_one_answers()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.SlashAsync(FakeTeams.Ana, "circle", FakeTeams.ChannelId);
        await running.Bot.RunDueAsync();
        var post = Assert.Single(running.Teams.Posts(FakeTeams.ChannelId));
        running.Bot.Clock.Advance(TimeSpan.FromHours(25));
        var form = (JsonObject)(await PressDataAsync(running, post, "choose.form")).Body!["value"]!;

        await running.Teams.PressAsync(FakeTeams.Ana, form, "Choose", new JsonObject { ["name"] = "Ivo Lang" }, post.Id, FakeTeams.ChannelId);
        await running.Bot.RunDueAsync();

        var posts = running.Teams.Posts(FakeTeams.ChannelId);
        Assert.Equal((2, 0), (posts.Count, posts[0].Updates));
        Assert.Equal(FakeTeams.Ana.UserId, posts[1].TargetedAt);
        Assert.StartsWith("Ivo Lang has a close seat", posts[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_among_targeted_messages_gives_way_there_to_what_came_of_it()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.SlashAsync(FakeTeams.Ana, "settings", FakeTeams.ChannelId);
        await running.Bot.RunDueAsync();

        var answer = await running.PressAsync(FakeTeams.Ana, Assert.Single(running.Teams.Posts(FakeTeams.ChannelId)), "Save", new JsonObject { ["day"] = "Friday" });

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body!["type"]);
        Assert.StartsWith("Saved", Assert.Single(running.Teams.Posts(FakeTeams.ChannelId)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_to_ones_own_chat_instead_says_what_it_is_about_and_its_buttons_go_on_being_about_it()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);

        var set = (await running.SayAsync(FakeTeams.Ana, "digest here weekly friday 15:00", FakeTeams.TeamId)).Single(post => post.Titles.Contains("Join this circle"));
        await running.PressAsync(FakeTeams.Ana, set, "Join this circle");
        var joined = await running.CountAsync<SharedCircleMember>(FakeTeams.Ana);
        var leave = running.Teams.Chat(FakeTeams.Ana).Last(post => post.Titles.Contains("Leave"));
        await running.PressAsync(FakeTeams.Ana, leave, "Leave");

        Assert.StartsWith("For you, from the channel or chat that you were just in:\nA digest is posted here", set.Words, StringComparison.Ordinal);
        Assert.Equal((1, 0), (joined, await running.CountAsync<SharedCircleMember>(FakeTeams.Ana)));
        Assert.Empty(running.Teams.Posts(FakeTeams.TeamId));
    }

    [Fact]
    public async Task A_conversation_with_a_name_is_named_and_a_text_has_a_line_above_it_too()
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Chen, "message", "19:lunch@thread.v2");
        activity["conversation"]!["name"] = "Mittagsrunde";
        activity["text"] = "digest off";

        await running.Teams.SendAsync(activity);
        await running.Bot.RunDueAsync();

        Assert.Contains(running.Teams.Chat(FakeTeams.Chen), post => post.Words.StartsWith("Für dich, aus Mittagsrunde:\n", StringComparison.Ordinal) && post.Titles.Count == 0);
    }

    [Fact]
    public async Task Nobody_speaks_in_a_channel_by_a_button_who_is_not_in_it()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        await running.SayAsync(FakeTeams.Ana, "digest here weekly friday 15:00", FakeTeams.TeamId);
        await running.SayAsync(FakeTeams.Bob, "help");
        running.Teams.People.Remove(FakeTeams.Bob);
        foreach (var place in new[] { FakeTeams.TeamId, "19:elsewhere@thread.tacv2", FakeTeams.Ana.ChatId })
        {
            var activity = running.Teams.Activity(FakeTeams.Bob, "invoke");
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "nudgebot", ["data"] = new JsonObject { ["_action"] = "circle.join", ["_place"] = place } },
            };

            Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
        }

        Assert.Equal(0, await running.CountAsync<SharedCircleMember>(FakeTeams.Bob));
    }

    /// <summary>Presses a button as a client does that knows no dialogs.</summary>
    private static Task<TeamsAnswer> PressDataAsync(TeamsBot running, TeamsPost post, string action)
    {
        var data = TeamsPost.Actions(post.Card).Single(one => (string?)one["data"]?["_action"] == action)["data"]!.DeepClone();
        var activity = running.Teams.Activity(FakeTeams.Ana, "invoke", post.ConversationId);
        (activity["replyToId"], activity["name"]) = (post.Id, "adaptiveCard/action");
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "nudgebot", ["data"] = data } };
        return running.Teams.SendAsync(activity);
    }
}
