using System.Text.Json.Nodes;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>The tour of the README through Teams.</summary>
public sealed class TeamsTourTests
{
    [Fact]
    public async Task The_tour_of_the_readme_works()
    {
        await using var running = await TeamsBot.StartAsync();
        var (ana, bob) = (FakeTeams.Ana, FakeTeams.Bob);
        await running.Teams.InstallAsync(ana, FakeTeams.TeamId);
        await running.Teams.InstallAsync(ana);
        await running.Bot.RunDueAsync();
        await running.ReadRostersAsync();

        Assert.Contains(await running.SayAsync(ana, "helped @Bob Tanaka with the lunar deck yesterday"), post => post.Words.Contains("lunar deck", StringComparison.Ordinal));
        var greeting = running.Teams.Chat(ana).Single(post => post.Titles.Contains("Yes, nudge me"));

        await running.SayAsync(ana, "thanks @Bob Tanaka for the intro to Priya");
        var thanked = running.Teams.Chat(ana)[^1];
        await running.PressAsync(ana, thanked, thanked.Titles.Single(title => title.StartsWith("Tell", StringComparison.Ordinal)));
        Assert.Contains(running.Teams.Chat(bob), post => post.Words.Contains("the intro to Priya", StringComparison.Ordinal));

        await running.SayAsync(ana, "choose @Bob Tanaka every 6 weeks because we think alike");
        Assert.Equal(1, await running.CountAsync<Associate>(ana));
        await running.PressAsync(ana, greeting, "Yes, nudge me");

        for (var day = 0; day < 50 && Nudge(running) is null; day++)
            await PassAsync(running);
        var nudge = Nudge(running)!;
        Assert.Contains("Bob", nudge.Words, StringComparison.Ordinal);
        var before = await running.CountAsync<Entry>(ana);
        await running.PressAsync(ana, nudge, nudge.Titles.First(title => title.StartsWith("I reached out", StringComparison.Ordinal)));
        Assert.Equal(before + 1, await running.CountAsync<Entry>(ana));
        Assert.True(running.Teams.Chat(ana).Single(post => post.Id == nudge.Id).Updates > 0, "The card shows what was done.");

        await running.SayAsync(ana, "digest here weekly friday 15:00", FakeTeams.TeamId);
        await running.SayAsync(ana, "thanks @Bob Tanaka for fixing the build");
        var share = running.Teams.Chat(ana)[^1];
        var where = await running.PressAsync(ana, share, share.Titles.Single(title => title.StartsWith("Share", StringComparison.Ordinal)));
        if (where.Body?["value"] is JsonObject form && TeamsPost.Actions(form).Any())
            await running.Teams.PressAsync(ana, form, (string)TeamsPost.Actions(form).First()["title"]!, new JsonObject { ["channel"] = FakeTeams.TeamId }, share.Id);
        for (var day = 0; day < 8; day++)
            await PassAsync(running);

        Assert.Contains(running.Teams.Posts(FakeTeams.TeamId), post => post.Words.Contains("fixing the build", StringComparison.Ordinal));
        Assert.All(running.Teams.Calls, call => Assert.Equal("connector-token", call.Token));
    }

    private static TeamsPost? Nudge(TeamsBot running) =>
        running.Teams.Chat(FakeTeams.Ana).LastOrDefault(post => post.Titles.Any(title => title.StartsWith("I reached out", StringComparison.Ordinal)));

    private static async Task PassAsync(TeamsBot running)
    {
        running.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await running.Bot.RunDueAsync();
    }
}
