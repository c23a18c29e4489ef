using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Inbox;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Tests.Support.Teams;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Teams;

public sealed class TeamsMessageTests
{
    [Fact]
    public async Task A_command_in_the_personal_chat_is_answered_there()
    {
        await using var running = await TeamsBot.StartAsync();

        var answers = await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck yesterday");

        Assert.Contains(answers, answer => answer.Words.Contains("Bob Tanaka", StringComparison.Ordinal) && answer.Words.Contains("lunar deck", StringComparison.Ordinal));
        Assert.Equal(1, await running.CountAsync<Entry>(FakeTeams.Ana));
    }

    [Fact]
    public async Task A_mention_means_the_account_and_not_only_the_name()
    {
        await using var running = await TeamsBot.StartAsync();

        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");

        Assert.Equal([FakeTeams.Bob.ObjectId], await running.WorkAsync(FakeTeams.Ana, db => db.Set<PersonAlias>().Where(row => row.Kind == AliasKind.Account).Select(row => row.Value).ToListAsync()));
    }

    [Fact]
    public async Task Somebody_whom_Teams_does_not_know_stands_by_their_name()
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        activity["text"] = "helped <at>Zoe \"Z\" Quill</at> with a visa";
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Zoe \"Z\" Quill</at>",
            ["mentioned"] = new JsonObject { ["id"] = "29:nobody", ["name"] = "Zoe \"Z\" Quill" },
        });

        await running.Teams.SendAsync(activity);
        await running.Bot.RunDueAsync();

        Assert.Equal(["Zoe 'Z' Quill"], await running.WorkAsync(FakeTeams.Ana, db => db.Set<Person>().Select(row => row.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_zone_and_language_are_those_of_the_author()
    {
        await using var running = await TeamsBot.StartAsync();

        var answers = await running.SayAsync(FakeTeams.Chen, "note @Bob Tanaka trinkt Tee");

        var account = await running.WorkAsync(null, db => db.Set<Account>().SingleAsync(row => row.AccountId == FakeTeams.Chen.ObjectId));
        Assert.Equal(("Chen Wei", "Asia/Shanghai", "de"), (account.Name, account.TimeZone, account.Language));
        Assert.Contains(answers, answer => answer.Words.Contains("Notiz", StringComparison.OrdinalIgnoreCase) || answer.Words.Contains("Gemerkt", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Clients write the mention of NudgeBot, spaces and what they quote in their own ways; what was meant is the same.</summary>
    [Theory]
    [InlineData("<at>NudgeBot</at> helped \"Zoe Quill\" with a visa")]
    [InlineData("<at>NudgeBot</at>&nbsp;helped&nbsp;\"Zoe Quill\" with\u00a0a visa\n")]
    [InlineData("<at id=\"0\">NudgeBot</at> helped \"Zoe Quill\" with a visa")]
    [InlineData("<AT>nudgebot</AT> helped \"Zoe Quill\" with a visa")]
    [InlineData("helped \"Zoe Quill\" with a visa <at>NudgeBot</at>")]
    [InlineData("<div><p><at>NudgeBot</at> helped &quot;Zoe Quill&quot; with a visa</p></div>")]
    [InlineData("<quoted messageId=\"1778622003149\"/> <at>NudgeBot</at> helped \"Zoe Quill\" with a visa")]
    [InlineData("<attachment id=\"1778622003149\"></attachment>\r\n<p><at>NudgeBot</at> helped \"Zoe Quill\" with a visa</p>")]
    public async Task What_clients_put_around_a_command_is_not_taken_for_words(string text)
    {
        await using var running = await TeamsBot.StartAsync();
        foreach (var told in new[] { true, false })
        {
            var activity = running.Teams.Activity(FakeTeams.Ana, "message");
            activity["text"] = text;
            if (told)
                activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = $"28:{FakeTeams.AppId}", ["name"] = "NudgeBot" } });
            await running.Teams.SendAsync(activity);
        }

        Assert.Equal(["a visa", "a visa"], await running.WorkAsync(FakeTeams.Ana, db => db.Set<Entry>().Select(row => row.Text).ToListAsync()));
    }

    [Fact]
    public async Task An_activity_that_comes_twice_is_handled_once()
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        activity["text"] = "helped \"Bob\" with the lunar deck";

        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => running.Teams.SendAsync(activity)));
        await running.Bot.RunDueAsync();

        Assert.Contains(statuses, answer => answer.Status == 200);
        Assert.Equal(1, await running.CountAsync<Entry>(FakeTeams.Ana));
        Assert.Single(running.Teams.Chat(FakeTeams.Ana), post => post.Words.Contains("lunar deck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_channel_the_answer_goes_to_the_personal_chat_and_never_into_the_open()
    {
        await using var running = await TeamsBot.StartAsync();

        var answers = await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck", $"{FakeTeams.ChannelId};messageid=1795374588114");

        Assert.Contains(answers, answer => answer.Words.Contains("lunar deck", StringComparison.Ordinal));
        Assert.Empty(running.Teams.Posts(FakeTeams.ChannelId));
    }

    [Fact]
    public async Task With_targeted_messages_the_answer_stays_in_the_channel_for_its_author_alone()
    {
        await using var running = await TeamsBot.StartAsync(new() { ["Teams:TargetedMessages"] = "true" });

        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck", FakeTeams.ChannelId);

        var post = Assert.Single(running.Teams.Posts(FakeTeams.ChannelId));
        Assert.Equal(FakeTeams.Ana.UserId, post.TargetedAt);
        Assert.Contains("lunar deck", post.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_targeted_message_that_Teams_refuses_goes_to_the_personal_chat()
    {
        await using var running = await TeamsBot.StartAsync(new() { ["Teams:TargetedMessages"] = "true" });
        // The first message is out before one goes wrong.
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(400, "BadArgument"));

        var answers = await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck", FakeTeams.ChannelId);

        Assert.Empty(running.Teams.Posts(FakeTeams.ChannelId));
        Assert.Contains(answers, answer => answer.Words.Contains("lunar deck", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task What_is_not_known_is_taken_and_ignored(string type)
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Ana, type);
        activity["text"] = "helped \"Bob\" with it";

        var answer = await running.Teams.SendAsync(activity);

        Assert.Equal(200, answer.Status);
        Assert.Equal(0, await running.CountAsync<InboxEntry>(FakeTeams.Ana));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"type\":5}", 400)]
    [InlineData("null", 400)]
    [InlineData("{\"type\":\"message\",\"from\":[]}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":{}}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"help\"}", 403)]
    public async Task A_broken_activity_is_told_so_and_changes_nothing(string body, int status)
    {
        await using var running = await TeamsBot.StartAsync();

        var answer = await running.Teams.PostAsync(body, running.Teams.Authority.Sign(running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl)));

        Assert.Equal(status, answer.Status);
        Assert.Equal(0, await running.WorkAsync(null, db => db.Set<Workspace>().CountAsync()));
    }

    [Fact]
    public async Task A_message_without_an_author_or_a_conversation_is_broken()
    {
        await using var running = await TeamsBot.StartAsync();
        foreach (var part in new[] { "from", "conversation", "recipient", "id" })
        {
            var activity = running.Teams.Activity(FakeTeams.Ana, "message");
            activity["text"] = "help";
            activity.Remove(part);

            Assert.Equal(400, (await running.Teams.SendAsync(activity)).Status);
        }
    }

    [Fact]
    public async Task A_request_of_more_than_a_megabyte_is_refused()
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        activity["text"] = new string('x', 1 << 20);

        Assert.Equal(413, (await running.Teams.SendAsync(activity)).Status);
    }

    [Fact]
    public async Task A_request_that_does_not_say_how_long_it_is_is_refused_at_the_same_size()
    {
        await using var running = await TeamsBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new PushedContent(new string('x', 3 << 20)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new("Bearer", running.Teams.Authority.Sign(running.Teams.Authority.Claims(FakeTeams.AppId, FakeTeams.ServiceUrl)));
        request.Headers.TransferEncodingChunked = true;

        using var answer = await running.Bot.Http.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_button_of_an_older_client_comes_as_a_message_that_says_only_deep_within_what_it_answers()
    {
        await using var running = await TeamsBot.StartAsync();
        var answers = await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        var confirmation = answers.Last(post => post.Titles.Contains("Undo"));
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        activity["value"] = TeamsPost.Actions(confirmation.Card).First(action => (string?)action["title"] == "Undo")["data"]!.DeepClone();
        activity["channelData"]!["legacy"] = new JsonObject { ["replyToId"] = confirmation.Id };

        Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
        await running.Bot.RunDueAsync();

        Assert.Equal(0, await running.CountAsync<Entry>(FakeTeams.Ana));
        Assert.Equal(1, running.Teams.Chat(FakeTeams.Ana).Single(post => post.Id == confirmation.Id).Updates);
    }

    [Fact]
    public async Task Somebody_without_an_account_in_the_tenant_gets_nothing_kept()
    {
        await using var running = await TeamsBot.StartAsync();
        var activity = running.Teams.Activity(FakeTeams.Ana, "message");
        ((JsonObject)activity["from"]!).Remove("aadObjectId");
        activity["text"] = "helped \"Bob\" with it";

        Assert.Equal(200, (await running.Teams.SendAsync(activity)).Status);
        Assert.Equal(0, await running.WorkAsync(null, db => db.Set<Account>().CountAsync()));
    }

    /// <summary>A body whose length nobody knows beforehand.</summary>
    private sealed class PushedContent(string text) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            try
            {
                await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
            }
            catch (IOException)
            {
                // The server need not hear it out.
            }
        }

        protected override bool TryComputeLength(out long length) => (length = 0) > 0;
    }
}
