using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams.Install;

/// <summary>What the manifest offers, sent as Teams sends it.</summary>
public sealed class TeamsCommandsTests
{
    /// <summary>How NudgeBot says that it knows no such command, and that something about one was wrong.</summary>
    private const string Unknown = "I do not know", Wrong = "othing was stored";

    private const string GroupChat = "19:planning@thread.v2";

    [Fact]
    public async Task What_a_pick_in_the_personal_chat_inserts_is_understood_and_records_nothing_by_itself()
    {
        await using var running = await StartAsync();

        foreach (var command in TeamsPackage.Write().Commands("personal"))
        {
            var answers = await SayAsync(running, FakeTeams.Ana, TeamsPackage.Inserted(command));

            Assert.True(answers.Count > 0, $"{command["title"]} is answered.");
            Assert.All(answers, answer => Assert.DoesNotContain(Unknown, answer.Words, StringComparison.Ordinal));
        }

        Assert.Equal(0, await running.CountAsync<Entry>(FakeTeams.Ana) + await running.CountAsync<Associate>(FakeTeams.Ana) + await running.CountAsync<Person>(FakeTeams.Ana));
    }

    [Fact]
    public async Task The_examples_beside_the_commands_work_as_they_stand()
    {
        await using var running = await StartAsync();
        var package = TeamsPackage.Write();
        var examples = package.Commands("personal").Concat(package.Commands("team")).Select(TeamsPackage.Example).OfType<string>().Distinct().ToList();

        foreach (var example in examples)
        {
            var answers = await SayAsync(running, FakeTeams.Bob, example.Replace("@Bob", "@Dora", StringComparison.Ordinal));

            Assert.True(answers.Count > 0, $"{example} is answered.");
            Assert.All(answers, answer => Assert.False(answer.Words.Contains(Wrong, StringComparison.Ordinal), $"{example}: {answer.Words}"));
        }

        // Helped, thanks, met, needs and followup are what is recorded.
        Assert.InRange(examples.Count, 8, 24);
        Assert.Equal(5, await running.CountAsync<Entry>(FakeTeams.Bob));
    }

    [Theory]
    [InlineData(FakeTeams.ChannelId, "team")]
    [InlineData(GroupChat, "groupChat")]
    public async Task What_a_pick_after_a_mention_inserts_is_answered_to_its_author_alone(string conversationId, string scope)
    {
        await using var running = await StartAsync(conversationId);

        foreach (var command in TeamsPackage.Write().Commands(scope))
        {
            var answers = await SayAsync(running, FakeTeams.Ana, TeamsPackage.Inserted(command), conversationId);

            Assert.True(answers.Count > 0, $"{command["title"]} is answered.");
            Assert.All(answers, answer => Assert.DoesNotContain(Unknown, answer.Words, StringComparison.Ordinal));
        }

        Assert.Empty(running.Teams.Posts(conversationId));
    }

    [Theory]
    [InlineData(FakeTeams.ChannelId, "team")]
    [InlineData(GroupChat, "groupChat")]
    public async Task A_command_by_a_slash_is_answered_where_it_was_said_to_its_author_alone(string conversationId, string scope)
    {
        await using var running = await StartAsync(conversationId, targeted: true);
        var commands = TeamsPackage.Write(targeted: true).Commands(scope);

        foreach (var command in commands)
            await SlashAsync(running, TeamsPackage.Inserted(command), conversationId);

        var answers = running.Teams.Posts(conversationId);
        Assert.InRange(answers.Count, commands.Count, 3 * commands.Count);
        Assert.All(answers, answer => Assert.Equal(FakeTeams.Ana.UserId, answer.TargetedAt));
        Assert.All(answers, answer => Assert.DoesNotContain(Unknown, answer.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slash_within_a_thread_is_answered_within_it()
    {
        await using var running = await StartAsync(FakeTeams.ChannelId, targeted: true);
        const string Thread = $"{FakeTeams.ChannelId};messageid=1795374588114";

        await SlashAsync(running, "next", Thread);

        Assert.All(running.Teams.Posts(Thread), answer => Assert.Equal(FakeTeams.Ana.UserId, answer.TargetedAt));
        Assert.Empty(running.Teams.Posts(FakeTeams.ChannelId));
        Assert.NotEmpty(running.Teams.Posts(Thread));
    }

    [Fact]
    public async Task A_slash_with_words_behind_it_records_and_where_Teams_takes_no_targeted_answer_it_goes_to_the_personal_chat()
    {
        await using var running = await StartAsync(FakeTeams.ChannelId);
        // The first message is out before one goes wrong.
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", new TeamsFault(400, "BadArgument"));

        await SlashAsync(running, "helped \"Dora\" with the lunar deck yesterday", FakeTeams.ChannelId);

        Assert.Equal(["Dora"], await running.WorkAsync(FakeTeams.Ana, db => db.Set<Person>().Select(row => row.Name).ToListAsync()));
        Assert.Contains(running.Teams.Chat(FakeTeams.Ana), post => post.Words.Contains("lunar deck", StringComparison.Ordinal));
        Assert.Empty(running.Teams.Posts(FakeTeams.ChannelId));
    }

    /// <summary>Ana has NudgeBot, and added it to a team or chat, so that its digests are hers to set.</summary>
    private static async Task<TeamsBot> StartAsync(string? conversationId = null, bool targeted = false)
    {
        var running = await TeamsBot.StartAsync(targeted ? new() { ["Teams:TargetedMessages"] = "true" } : null);
        if (conversationId is not null)
            await running.Teams.InstallAsync(FakeTeams.Ana, conversationId);
        await running.Teams.InstallAsync(FakeTeams.Ana);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();
        return running;
    }

    private static async Task<IReadOnlyList<TeamsPost>> SayAsync(TeamsBot running, TeamsPersona who, string text, string? conversationId = null)
    {
        Pass(running);
        return await running.SayAsync(who, text, conversationId);
    }

    private static async Task SlashAsync(TeamsBot running, string text, string conversationId)
    {
        Pass(running);
        Assert.Equal(200, (await running.Teams.SlashAsync(FakeTeams.Ana, text, conversationId)).Status);
        await running.Bot.RunDueAsync();
    }

    /// <summary>Teams takes only so many messages in half a minute.</summary>
    private static void Pass(TeamsBot running) => running.Bot.Clock.Advance(TimeSpan.FromSeconds(10));
}
