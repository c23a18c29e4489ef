using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Teams;
using NudgeBot.Inbox;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>A digest in a channel, looked at by several people: each sees what everybody sees, and the buttons that are theirs.</summary>
public sealed class TeamsViewsTests
{
    private const string TakeDown = "Take it down", Join = "Join this circle", Leave = "Leave";

    private static TeamsPersona Ana => FakeTeams.Ana;

    private static TeamsPersona Bob => FakeTeams.Bob;

    private static TeamsPersona Chen { get; } = FakeTeams.Chen with { Locale = "en-US" };

    [Fact]
    public async Task Only_those_whom_a_line_is_about_see_the_button_that_takes_it_down()
    {
        await using var running = await TeamsBot.StartAsync();
        var post = await PostAsync(running);

        List<int> buttons = [];
        foreach (var who in new[] { Ana, Bob, Chen })
            buttons.Add(Titles(await running.Teams.LookAsync(who, post)).Count(title => title == TakeDown));

        Assert.Equal(["29:ana", "29:bob"], post.Card!["refresh"]!["userIds"]!.AsArray().Select(id => (string)id!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(TakeDown, post.Titles);
        Assert.Equal([1, 1, 0], buttons);
        Assert.DoesNotContain(TakeDown, Titles(await running.Teams.LookAsync(Chen, post, byMenu: true)));
        Assert.Contains("staying late", post.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_joined_the_circle_is_offered_to_leave_it_and_the_others_to_join()
    {
        await using var running = await TeamsBot.StartAsync();
        var post = await PostAsync(running);
        await running.PressAsync(Bob, post, Join);

        var (bobs, anas) = (Titles(await running.Teams.LookAsync(Bob, post)), Titles(await running.Teams.LookAsync(Ana, post)));

        Assert.Contains(Leave, bobs);
        Assert.DoesNotContain(Join, bobs);
        Assert.Contains(Join, anas);
        Assert.DoesNotContain(Leave, anas);
    }

    [Fact]
    public async Task Looking_writes_nothing_down_and_takes_nobody_in()
    {
        await using var running = await TeamsBot.StartAsync();
        var post = await PostAsync(running);
        var before = await running.CountAsync<InboxEntry>(Bob);

        for (var time = 0; time < 3; time++)
            await running.Teams.LookAsync(Bob, post);
        await running.Teams.LookAsync(Chen, post, byMenu: true);
        await running.Bot.RunDueAsync();

        Assert.Equal(before, await running.CountAsync<InboxEntry>(Bob));
        Assert.Equal((0, 0), (await running.CountAsync<Member>(Chen), await running.CountAsync<InboxEntry>(Chen)));
        Assert.Empty(running.Teams.Chat(Chen));
        Assert.Equal(0, post.Updates);
    }

    [Fact]
    public async Task What_was_taken_down_is_gone_for_every_viewer_at_the_next_look()
    {
        await using var running = await TeamsBot.StartAsync();
        var post = await PostAsync(running);
        var bobs = await running.Teams.LookAsync(Bob, post);

        await running.Teams.PressAsync(Bob, bobs, TakeDown, null, post.Id, FakeTeams.TeamId);
        var anas = await running.Teams.AskForCardAsync(Ana, bobs["refresh"]!["action"]!, FakeTeams.TeamId);
        await running.Bot.RunDueAsync();

        Assert.DoesNotContain("staying late", anas.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, post.Updates);
        Assert.DoesNotContain("staying late", post.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an id", FakeTeams.TeamId)]
    [InlineData("00000000-0000-0000-0000-000000000000", FakeTeams.TeamId)]
    [InlineData(null, FakeTeams.ChannelId)]
    public async Task A_card_is_shown_only_where_it_was_posted(string? guessed, string conversationId)
    {
        await using var running = await TeamsBot.StartAsync();
        var action = (JsonObject)(await PostAsync(running)).Card!["refresh"]!["action"]!.DeepClone();
        if (guessed is not null)
            action["data"]!["_value"] = guessed;

        var answer = await running.Teams.AskForCardAsync(Ana, action, conversationId);

        Assert.Equal((200, 400), (answer.Status, (int)answer.Body!["statusCode"]!));
        Assert.DoesNotContain("staying late", answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_would_get_no_card_of_their_own_everybody_keeps_the_button()
    {
        await using var running = await TeamsBot.StartAsync();
        var post = await PostAsync(running, meanwhile: () => running.WorkAsync(null, db => db.Set<TeamsUser>().Where(row => row.AccountId == Bob.ObjectId).ExecuteDeleteAsync()));

        Assert.Contains(TakeDown, post.Titles);
    }

    /// <summary>A digest in which Ana thanks Bob.</summary>
    private static async Task<TeamsPost> PostAsync(TeamsBot running, Func<Task>? meanwhile = null)
    {
        await running.Teams.InstallAsync(Ana, FakeTeams.TeamId);
        await running.Teams.InstallAsync(Ana);
        await running.Teams.InstallAsync(Bob);
        await running.ReadRostersAsync();
        await running.SayAsync(Ana, "digest here weekly friday 15:00", FakeTeams.TeamId);
        await running.SayAsync(Ana, "thanks @Bob Tanaka for staying late");
        var share = running.Teams.Chat(Ana).Last(post => post.Titles.Any(title => title.StartsWith("Share", StringComparison.Ordinal)));
        var where = await running.PressAsync(Ana, share, share.Titles.Single(title => title.StartsWith("Share", StringComparison.Ordinal)));
        if (where.Body?["value"] is JsonObject form && TeamsPost.Actions(form).Any())
            await running.Teams.PressAsync(Ana, form, (string)TeamsPost.Actions(form).First()["title"]!, new JsonObject { ["channel"] = FakeTeams.TeamId }, share.Id);
        if (meanwhile is not null)
            await meanwhile();
        for (var day = 0; day < 7; day++)
        {
            running.Bot.Clock.Advance(TimeSpan.FromDays(1));
            await running.Bot.RunDueAsync();
        }

        return running.Teams.Posts(FakeTeams.TeamId).Last(post => post.Card is not null);
    }

    private static IReadOnlyList<string> Titles(JsonObject card) => [.. TeamsPost.Actions(card["body"]).Select(action => (string)action["title"]!)];
}
