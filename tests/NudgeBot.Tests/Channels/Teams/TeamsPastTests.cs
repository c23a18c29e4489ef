using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>What became of a message when nobody said so, as far as Microsoft Graph may be asked.</summary>
public sealed class TeamsPastTests
{
    private static readonly TeamsFault Cut = new(0, Happens: true);

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_card_that_got_there_without_a_word_is_not_sent_again(int status)
    {
        await using var running = await AskingAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", Cut with { Status = status });
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");

        await PassAsync(running);

        Assert.Equal(1, Told(running, "lunar deck"));
        Assert.Contains(running.Teams.Requests, request => request.Path.StartsWith("/graph.microsoft.com/", StringComparison.Ordinal) && request.Token == "graph-token");
    }

    [Fact]
    public async Task A_card_that_did_not_get_there_is_sent()
    {
        await using var running = await AskingAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", Cut with { Happens = false });
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        var before = Told(running, "lunar deck");

        await PassAsync(running);

        Assert.Equal((0, 1), (before, Told(running, "lunar deck")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_words_a_moment_ago_are_not_taken_for_a_message_that_was_lost(bool gotThere)
    {
        await using var running = await AskingAsync();
        await running.SayAsync(FakeTeams.Ana, "undo");
        var words = running.Teams.Chat(FakeTeams.Ana).Single(post => post.Titles.Count == 0).Words;
        running.Teams.Fail("send", Cut with { Happens = gotThere });
        await running.SayAsync(FakeTeams.Ana, "undo");

        await PassAsync(running);

        Assert.Equal(2, Told(running, words));
    }

    [Fact]
    public async Task What_was_said_since_does_not_hide_it()
    {
        await using var running = await AskingAsync();
        running.Teams.HistoryPage = 2;
        running.Teams.Fail("send", Cut);
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");
        for (var times = 0; times < 5; times++)
            await running.SayAsync(FakeTeams.Ana, $"note @Bob Tanaka likes tea {times}");

        await PassAsync(running);

        Assert.Equal(1, Told(running, "lunar deck"));
    }

    [Fact]
    public async Task While_Graph_asks_to_wait_nothing_is_sent_twice()
    {
        await using var running = await AskingAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", Cut);
        running.Teams.Fail("history", new TeamsFault(429, RetryAfter: 60), new TeamsFault(503), new TeamsFault(200, Html: true));
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");

        await PassAsync(running);

        Assert.Equal(1, Told(running, "lunar deck"));
        Assert.Equal(4, running.Teams.Requests.Count(request => request.Path.StartsWith("/graph.microsoft.com/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_digest_in_a_channel_is_looked_up_in_the_teams_own_group()
    {
        await using var running = await AskingAsync();
        await running.Teams.InstallAsync(FakeTeams.Ana, FakeTeams.TeamId);
        running.Teams.Fail("send", Cut);

        await running.SayAsync(FakeTeams.Ana, "digest here weekly friday 15:00", FakeTeams.TeamId);
        await PassAsync(running);

        Assert.All(running.Teams.Posts(FakeTeams.TeamId).GroupBy(post => post.Words), same => Assert.Single(same));
    }

    [Fact]
    public async Task Without_the_permission_it_is_sent_again_rather_than_never()
    {
        await using var running = await AskingAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", Cut with { Happens = false });
        running.Teams.Fail("history", new TeamsFault(403, "Forbidden"));
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");

        await PassAsync(running);

        Assert.Equal(1, Told(running, "lunar deck"));
    }

    [Fact]
    public async Task Unless_it_is_switched_on_Graph_is_not_asked()
    {
        await using var running = await TeamsBot.StartAsync();
        await running.SayAsync(FakeTeams.Ana, "help");
        running.Teams.Fail("send", Cut with { Happens = false });
        await running.SayAsync(FakeTeams.Ana, "helped @Bob Tanaka with the lunar deck");

        await PassAsync(running);

        Assert.Equal(1, Told(running, "lunar deck"));
        Assert.DoesNotContain(running.Teams.Requests, request => request.Path.StartsWith("/graph.microsoft.com/", StringComparison.Ordinal));
    }

    private static Task<TeamsBot> AskingAsync() => TeamsBot.StartAsync(new() { ["Teams:History"] = "true" });

    private static int Told(TeamsBot running, string words) => running.Teams.Chat(FakeTeams.Ana).Count(post => post.Words.Contains(words, StringComparison.Ordinal));

    private static async Task PassAsync(TeamsBot running)
    {
        for (var times = 0; times < 60; times++)
        {
            running.Bot.Clock.Advance(TimeSpan.FromSeconds(10));
            await running.Bot.RunDueAsync();
        }
    }
}
