using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>The people in Slack.</summary>
internal sealed class SlackQuarter : IQuarter
{
    private readonly FakeSlack slack;

    public SlackQuarter(FakeSlack slack, int people)
    {
        (this.slack, People) = (slack, [.. Enumerable.Range(100, people).Select(number => $"U{number}")]);
        foreach (var person in People)
            slack.AddUser(person, $"person{person[1..]}");
    }

    public IReadOnlyList<string> People { get; }

    public int Calls => slack.Calls.Count;

    public async Task AwakeAsync()
    {
        // It signs in to Slack first.
        for (var tries = 0; tries < 600; tries++)
        {
            if (await slack.CommandAsync("U1", "/nudge", "help") is { IsOk: true, Status: 200 } answer && answer.Answer.Contains("helped", StringComparison.Ordinal))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException("The program did not answer in Slack within a minute; see its log.");
    }

    public async Task WelcomeAsync(string person, DayOfWeek day)
    {
        var form = await FormAsync(person);
        var saved = await slack.SubmitAsync(person, form, new Dictionary<string, string?> { ["days_off"] = "", ["day"] = day.ToString() });
        if (!saved.IsOk || slack.Modal(person) is not null)
            throw new InvalidOperationException($"The town's settings were not taken: {saved}");
    }

    public async Task<Said> SayAsync(string person, string line)
    {
        var delivery = await slack.CommandAsync(person, "/nudge", line);
        return new(delivery.TriggerId, delivery is { Status: 200, Error: null } ? delivery.Answer : null);
    }

    public async Task HearAsync(string person, string line, string word)
    {
        var said = await SayAsync(person, line);
        for (var tries = 0; tries < 20 && said.Answer is null; tries++)
        {
            // It was too busy to take it.
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            said = await SayAsync(person, line);
        }

        await slack.WaitForAsync(
            () => slack.Ephemerals(person).FirstOrDefault(message => message.AnswerTo == said.Key && message.AllText.Contains(word, StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60));
    }

    public IEnumerable<(string Key, string Words)> Answers() =>
        People.SelectMany(slack.Ephemerals).Where(message => message.AnswerTo is not null).Select(message => (message.AnswerTo!, message.AllText));

    public int Nudges(string person) =>
        slack.Messages(person).Count(message => message.ActionIds.Any(id => id.StartsWith("nudge.reached", StringComparison.Ordinal)));

    public IReadOnlyList<string> Doubled() => slack.DuplicateDeliveries();

    public void Fail(Random dice) => slack.Fail(dice.Next(2) == 0 ? "chat.postMessage" : "*", dice.Next(6) switch
    {
        0 => SlackFault.RateLimited(),
        1 => SlackFault.Html(500),
        2 => SlackFault.Html(),
        3 => SlackFault.ResetBefore,
        4 => SlackFault.ResetAfter,
        _ => SlackFault.Stall(TimeSpan.FromSeconds(1)),
    });

    /// <summary>Asks for the form of settings until it opens: Slack opens one within three seconds of the command, and a busy machine may take longer.</summary>
    private async Task<SlackView> FormAsync(string person)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var asked = await slack.CommandAsync(person, "/nudge", "settings");
            try
            {
                if (asked.IsOk)
                    return await slack.WaitForAsync(() => slack.Modal(person), TimeSpan.FromSeconds(5));
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }
            catch (TimeoutException)
            {
                // It did not open.
            }
        }

        throw new InvalidOperationException("The town could not be prepared: the form of settings did not open.");
    }
}
