using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>The people in Teams. The program asks Microsoft Graph what became of a message, so that none comes twice.</summary>
internal sealed partial class TeamsQuarter : IQuarter
{
    private readonly FakeTeams teams;

    private readonly Dictionary<string, TeamsPersona> people;

    public TeamsQuarter(FakeTeams teams, int people)
    {
        (this.teams, People) = (teams, [.. Enumerable.Range(100, people).Select(number => $"T{number}")]);
        this.people = People.ToDictionary(person => person, person => new TeamsPersona($"Person {person[1..]}", $"29:{person}", $"00000000-0000-0000-0000-000000000{person[1..]}"));
        teams.People.AddRange(this.people.Values);
    }

    public IReadOnlyList<string> People { get; }

    public int Calls => teams.Calls.Count;

    /// <summary>How the program is told of Teams, and of the way to this one.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(FakeTeams teams, string folder) =>
    [
        ("Teams__AppId", FakeTeams.AppId), ("Teams__TenantId", FakeTeams.Tenant), ("Teams__Password", "s3cret"), ("Teams__History", "true"), .. teams.Way(folder),
    ];

    public async Task AwakeAsync()
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await TakenAsync(() => teams.SayAsync(FakeTeams.Ana, "help"))) is 200)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException("The program did not answer in Teams within a minute; see its log.");
    }

    public async Task WelcomeAsync(string person, DayOfWeek day)
    {
        var who = people[person];
        await teams.InstallAsync(who);
        var form = await HeardAsync(who, "settings", post => post.Card?.ToJsonString().Contains("Input.Time", StringComparison.Ordinal) == true);
        var saved = await teams.PressAsync(who, form, form.Titles.Single(), new JsonObject { ["days_off"] = TimeProvider.System.GetUtcNow().AddDays(-2).DayOfWeek.ToString(), ["day"] = day.ToString() });
        if ((int?)saved.Body?["statusCode"] is not 200)
            throw new InvalidOperationException($"The town's settings were not taken: {saved}");
    }

    public async Task<Said> SayAsync(string person, string line) =>
        new(Thing().Match(line).Value, await TakenAsync(() => teams.SayAsync(people[person], line)) is 200 ? "" : null);

    public Task HearAsync(string person, string line, string word) => HeardAsync(people[person], line, post => post.Words.Contains(word, StringComparison.Ordinal));

    /// <summary>Answers repeat what was recorded; nudges speak of it as well.</summary>
    public IEnumerable<(string Key, string Words)> Answers() =>
        from person in people.Values
        from post in teams.Chat(person)
        where !IsNudge(post)
        from thing in Thing().Matches(post.Words).Select(match => match.Value).Distinct()
        select (thing, post.Words);

    public int Nudges(string person) => teams.Chat(people[person]).Count(IsNudge);

    public IReadOnlyList<string> Doubled() =>
    [
        .. people.Values.SelectMany(teams.Chat).SelectMany(post => Mark().Matches(post.Card?.ToJsonString() ?? "").Select(match => match.Value).Distinct())
            .CountBy(mark => mark).Where(mark => mark.Value > 1).Select(mark => mark.Key),
    ];

    public void Fail(Random dice) => teams.Fail(dice.Next(8) switch { 0 => "open", 1 => "history", 2 => "token", 3 => "metadata", _ => "send" }, dice.Next(8) switch
    {
        0 => new TeamsFault(429, RetryAfter: 1),
        1 => new TeamsFault(412),
        2 => new TeamsFault(500, Happens: true),
        3 => new TeamsFault(502, Html: true),
        4 => new TeamsFault(503, Html: true, Happens: true),
        5 => new TeamsFault(0, Resets: true),
        6 => new TeamsFault(0, Resets: true, Happens: true),
        _ => new TeamsFault(200, Wait: TimeSpan.FromSeconds(1)),
    });

    private static bool IsNudge(TeamsPost post) => TeamsPost.Actions(post.Card).Any(action => (string?)action["data"]?["_action"] is "nudge.reached");

    private static async Task<int?> TakenAsync(Func<Task<TeamsAnswer>> say)
    {
        try
        {
            return (await say()).Status;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<TeamsPost> HeardAsync(TeamsPersona who, string line, Func<TeamsPost, bool> isIt)
    {
        var before = teams.Chat(who).Count;
        // It may be too busy to take it.
        for (var tries = 0; await TakenAsync(() => teams.SayAsync(who, line)) is not 200; tries++)
        {
            if (tries == 20)
                throw new InvalidOperationException($"The town could not be prepared: {line}");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }

        for (var tries = 0; tries < 600; tries++)
        {
            if (teams.Chat(who).Skip(before).FirstOrDefault(isIt) is { } heard)
                return heard;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new TimeoutException($"Teams saw no answer to: {line}");
    }

    [GeneratedRegex("thing-[0-9]+")]
    private static partial Regex Thing();

    /// <summary>The id of an element that says which delivery a card is.</summary>
    [GeneratedRegex("\"d[0-9a-f]{32}-[0-9]+\"")]
    private static partial Regex Mark();
}
