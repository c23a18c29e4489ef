using System.Text.Json.Nodes;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.In;

public sealed class SlackEventTests
{
    [Fact]
    public async Task A_message_in_the_direct_chat_is_answered_there()
    {
        await using var running = await SlackBot.StartAsync();

        var (_, heard) = await running.Slack.SayAsync("U1", "helped <@U2> with the deck");
        await running.Bot.RunDueAsync();

        Assert.Equal((true, ""), (heard!.IsOk, heard.Answer));
        Assert.Contains(running.Slack.Messages("U1"), message => message.Source is MessageSource.Api && message.AllText.Contains("Bob", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Naming_it_in_a_channel_is_answered_where_only_the_author_sees_it()
    {
        await using var running = await SlackBot.StartAsync();

        await running.Slack.SayAsync("U1", $"<@{running.Slack.Installation.BotUserId}> helped <@U2> with the deck", "C1");
        await running.Bot.RunDueAsync();

        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
        Assert.Contains(running.Slack.Ephemerals("U1"), message => message.AllText.Contains("Bob", StringComparison.Ordinal));
        Assert.DoesNotContain(running.Slack.Messages("C1"), message => message.Source is MessageSource.Api);
    }

    [Fact]
    public async Task A_form_that_was_asked_for_in_writing_gets_a_button()
    {
        await using var running = await SlackBot.StartAsync();

        await running.Slack.SayAsync("U1", "settings");
        await running.Bot.RunDueAsync();
        var offer = running.Slack.Messages("U1").Last(message => message.ActionIds.Any(id => id.StartsWith("form.open", StringComparison.Ordinal)));
        await running.Slack.PressAsync("U1", offer, offer.ActionIds.First(id => id.StartsWith("form.open", StringComparison.Ordinal)));

        Assert.Equal("settings", running.Slack.Modal("U1")?.CallbackId);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_answered_once()
    {
        await using var running = await SlackBot.StartAsync();
        var (_, heard) = await running.Slack.SayAsync("U1", "helped <@U2> with the deck");

        var again = await running.Slack.ResendAsync(heard!);
        var many = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => running.Slack.ResendAsync(heard!)));
        await running.Bot.RunDueAsync();

        Assert.All([again, .. many], delivery => Assert.True(delivery.IsOk, delivery.ToString()));
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
        Assert.Single(running.Slack.Messages("U1"), message => message.AllText.Contains("Bob", StringComparison.Ordinal) && message.Source is MessageSource.Api);
    }

    [Fact]
    public async Task The_same_event_many_times_at_once_is_handled_once()
    {
        await using var running = await SlackBot.StartAsync();
        var outer = $$$"""
            {"type":"event_callback","event_id":"Ev1","team_id":"T0MAIN","authorizations":[{"team_id":"T0MAIN","is_enterprise_install":false}],
             "event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","team":"T0MAIN","text":"helped Zoe with the deck","ts":"1.2"}}
            """;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => running.PostAsync("application/json", outer)));

        // Where it is in hand already, Slack is to come again.
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 200, 503 }));
        Assert.Contains(answers, answer => answer.Status == 200);
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }

    public static TheoryData<string> NotForUs =>
    [
        """{"type":"message","channel":"D1","user":"U1","text":"helped Zoe with it","ts":"1.2","bot_id":"B1"}""",
        """{"type":"message","channel":"D1","user":"U1","text":"helped Zoe with it","ts":"1.2","subtype":"message_changed"}""",
        """{"type":"message","channel":"D1","user":"U1","text":"helped Zoe with it","ts":"1.2","subtype":"message_deleted"}""",
        """{"type":"message","channel":"D1","user":"U1","text":"helped Zoe with it","ts":"1.2","edited":{"user":"U1","ts":"1.3"}}""",
        """{"type":"message","channel":"C1","user":"U1","text":"helped Zoe with it","ts":"1.2"}""",
        """{"type":"app_mention","channel":"D1","user":"U1","text":"helped Zoe with it","ts":"1.2"}""",
        """{"type":"message","channel":"D1","text":"helped Zoe with it","ts":"1.2"}""",
        """{"type":"message","user":"U1","text":"helped Zoe with it","ts":"1.2"}""",
    ];

    [Theory]
    [MemberData(nameof(NotForUs))]
    public async Task What_nobody_said_to_it_is_ignored(string happened)
    {
        await using var running = await SlackBot.StartAsync();

        var delivery = await running.Slack.EventAsync("U1", JsonNode.Parse(happened)!.AsObject());

        Assert.True(delivery.IsOk, delivery.ToString());
        Assert.Equal(0, await running.CountAsync<Member>("U1"));
    }

    [Fact]
    public async Task Whoever_brings_it_into_a_channel_alone_is_shown_what_it_does_there()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "help");
        JsonObject Joined(string who, string? inviter) => new() { ["type"] = "member_joined_channel", ["user"] = who, ["channel"] = "C1", ["channel_type"] = "C", ["team"] = "T0MAIN", ["inviter"] = inviter };
        var me = running.Slack.Installation.BotUserId;

        var arrived = await running.Slack.EventAsync("U1", Joined(me, "U1"));
        await running.Slack.ResendAsync(arrived);
        await running.Slack.EventAsync("U1", Joined("U2", "U1"));
        await running.Slack.EventAsync("U1", Joined(me, null));
        await running.Bot.RunDueAsync();

        Assert.Equal((true, ""), (arrived.IsOk, arrived.Answer));
        Assert.Single(running.Slack.Ephemerals("U1"), message => message.AllText.Contains("digest here monthly", StringComparison.Ordinal));
        Assert.DoesNotContain(running.Slack.Messages("C1"), message => message.Source is MessageSource.Api);
    }

    [Fact]
    public async Task Its_own_messages_are_ignored()
    {
        await using var running = await SlackBot.StartAsync();
        var me = running.Slack.Installation.BotUserId;

        await running.Slack.EventAsync("U1", new() { ["type"] = "message", ["channel"] = "D1", ["user"] = me, ["text"] = "help", ["ts"] = "1.2" });

        Assert.Equal(0, await running.CountAsync<Member>(me));
    }

    [Fact]
    public async Task An_account_follows_what_Slack_tells_of_it()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped <@U2> with the deck");
        var bob = running.Slack.User("U2");

        running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        (bob.RealName, bob.TimeZone, bob.IsAdmin) = ("Róbert Bo", "Asia/Tokyo", true);
        await running.Slack.UserChangedAsync("U2");
        var changed = await running.AccountAsync("U2");
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        bob.IsDeleted = true;
        await running.Slack.UserChangedAsync("U2");
        var closed = await running.AccountAsync("U2");

        Assert.Equal(("Róbert Bo", "robert bo", "robert", "Asia/Tokyo", true, true), (changed!.Name, changed.FoldedName, changed.FoldedFirstName, changed.TimeZone, changed.IsAdmin, changed.IsActive));
        Assert.Equal(("Asia/Tokyo", false, false), (closed!.TimeZone, closed.IsAdmin, closed.IsActive));
    }

    [Fact]
    public async Task News_that_cannot_be_kept_in_time_are_asked_for_again()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U2", "help");
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        running.Slack.User("U2").RealName = "Robert";
        var (holding, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = running.WorkAsync("T0MAIN", "", async _ =>
        {
            holding.SetResult();
            await release.Task;
            return true;
        });
        await holding.Task;

        var start = running.Bot.Clock.GetUtcNow();
        var telling = running.Slack.UserChangedAsync("U2");
        while (running.Bot.Clock.GetUtcNow() - start < TimeSpan.FromSeconds(3))
        {
            running.Bot.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        release.SetResult();
        await held;
        var told = await telling;

        Assert.True(told.IsOk, told.ToString());
        Assert.InRange(told.Attempts, 2, 4);
        Assert.Equal("Robert", (await running.AccountAsync("U2"))!.Name);
    }

    [Fact]
    public async Task News_that_come_late_do_not_undo_newer_ones()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U2", "help");
        var bob = running.Slack.User("U2");
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        bob.RealName = "Older";
        var older = await running.Slack.UserChangedAsync("U2");
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        bob.RealName = "Newer";
        await running.Slack.UserChangedAsync("U2");

        await running.Slack.ResendAsync(older);

        Assert.Equal("Newer", (await running.AccountAsync("U2"))!.Name);
    }

    [Fact]
    public async Task Whoever_joins_the_workspace_is_known_at_once()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.AddUser("U7", "gil");
        running.Slack.AddUser("U8", "robot", with: user => user.IsBot = true);

        await running.Slack.TeamJoinedAsync("U7");
        await running.Slack.TeamJoinedAsync("U8");

        Assert.NotNull(await running.AccountAsync("U7"));
        Assert.Null(await running.AccountAsync("U8"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Once_it_is_removed_nothing_is_done(bool tokensFirst)
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped <@U2> with the deck");

        var told = await running.Slack.UninstallAsync(running.Slack.Installation, tokensFirst);

        Assert.All(told, delivery => Assert.True(delivery.IsOk, delivery.ToString()));
        Assert.NotNull(await running.WorkAsync("T0MAIN", "", db => Task.FromResult(db.Set<NudgeBot.Workspaces.Workspace>().Single().RemovedAt)));
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }
}
