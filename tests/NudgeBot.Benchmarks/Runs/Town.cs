using System.Collections.Concurrent;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>The people of a run: they say yes to nudges, know somebody to be nudged about, and go on recording what they did.</summary>
internal sealed class Town(FakeSlack slack, int people)
{
    private int said;

    /// <summary>What was acknowledged with a record to be made of it, each with the id by which its answers are known.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new();

    /// <summary>What was refused, with the words: none of it may have been kept.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new();

    public IReadOnlyList<string> People { get; } = [.. Enumerable.Range(100, people).Select(number => $"U{number}")];

    /// <summary>Takes everybody in.</summary>
    public void Settle()
    {
        foreach (var person in People)
            slack.AddUser(person, $"person{person[1..]}");
    }

    /// <summary>Waits until the program answers commands: it signs in to Slack first.</summary>
    public async Task AwakeAsync()
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await slack.CommandAsync("U1", "/nudge", "help") is { IsOk: true, Status: 200 } answer && answer.Answer.Contains("helped", StringComparison.Ordinal))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException("The program did not answer within a minute; see its log.");
    }

    /// <summary>Everybody says yes to nudges and has somebody to be nudged about.</summary>
    public async Task PrepareAsync()
    {
        foreach (var person in People)
        {
            await FreeTheWeekAsync(person);
            await SayAsync(person, $"helped \"Grace of {person}\" with the maths 4 months ago");
            await SayAsync(person, $"choose \"Grace of {person}\" every 6 weeks because she asks why");
            await SayAsync(person, "nudges on");
        }
    }

    /// <summary>
    /// Nobody has a day off, and the day of the regular nudge is half a week away: on which date and at which hour a run takes place must
    /// not matter to it.
    /// </summary>
    private async Task FreeTheWeekAsync(string person)
    {
        var asked = await slack.CommandAsync(person, "/nudge", "settings");
        if (!asked.IsOk)
            throw new InvalidOperationException($"The town could not be prepared: {asked}");
        var form = await slack.WaitForAsync(() => slack.Modal(person));
        var saved = await slack.SubmitAsync(person, form, new Dictionary<string, string?>
        {
            ["days_off"] = "",
            ["day"] = TimeProvider.System.GetUtcNow().AddDays(3).DayOfWeek.ToString(),
        });
        if (!saved.IsOk || slack.Modal(person) is not null)
            throw new InvalidOperationException($"The town's settings were not taken: {saved}");
    }

    /// <summary>Says a line, and waits for its answer, which follows where the machine is busy.</summary>
    private async Task SayAsync(string person, string line)
    {
        var delivery = await slack.CommandAsync(person, "/nudge", line);
        if (!delivery.IsOk)
            throw new InvalidOperationException($"The town could not be prepared: {delivery}");
        var expected = line.Contains("Grace", StringComparison.Ordinal) ? "Grace" : "Nudges";
        await slack.WaitForAsync(
            () => slack.Ephemerals(person).FirstOrDefault(message => message.AnswerTo == delivery.TriggerId && message.AllText.Contains(expected, StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60));
    }

    /// <summary>Somebody records something of which there is no other, and it is remembered where it was acknowledged.</summary>
    public async Task<SlackDelivery> RecordAsync(Random dice)
    {
        var what = $"thing-{Interlocked.Increment(ref said)}";
        string person;
        lock (dice)
            person = People[dice.Next(People.Count)];
        var delivery = await slack.CommandAsync(person, "/nudge", $"helped \"Ada of {person}\" with {what} today");
        // An empty answer acknowledges too: the work goes on, and the answer follows.
        if (delivery is { Status: 200, Error: null } && (delivery.Answer.Length == 0 || delivery.Answer.Contains(what, StringComparison.Ordinal)))
            Acknowledged[what] = delivery.TriggerId;
        else if (delivery is { Status: 200, Error: null })
            Refused[what] = delivery.Answer;
        return delivery;
    }
}
