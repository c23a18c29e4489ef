using System.Collections.Concurrent;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>The people of a run: they say yes to nudges, know somebody to be nudged about, and go on recording what they did.</summary>
internal sealed class Town(params IReadOnlyList<IQuarter> quarters)
{
    private int said;

    /// <summary>What was acknowledged with a record to be made of it, each with the key by which its answers are known.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new();

    /// <summary>What was refused, with the words: none of it may have been kept.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new();

    public IReadOnlyList<IQuarter> Quarters => quarters;

    /// <summary>Everybody, with where they are.</summary>
    public IReadOnlyList<(IQuarter Quarter, string Person)> People { get; } = [.. quarters.SelectMany(quarter => quarter.People.Select(person => (quarter, person)))];

    /// <summary>Waits until the program answers everywhere.</summary>
    public Task AwakeAsync() => Task.WhenAll(quarters.Select(quarter => quarter.AwakeAsync()));

    /// <summary>
    /// Everybody says yes to nudges and has somebody to be nudged about. The day of the regular nudge is half a week away: on which date and at
    /// which hour a run takes place must not matter to it.
    /// </summary>
    public Task PrepareAsync() => Parallel.ForEachAsync(People, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
    {
        var (quarter, person) = one;
        await quarter.WelcomeAsync(person, TimeProvider.System.GetUtcNow().AddDays(3).DayOfWeek);
        await quarter.HearAsync(person, $"helped \"Grace of {person}\" with the maths 4 months ago", "Grace");
        await quarter.HearAsync(person, $"choose \"Grace of {person}\" every 6 weeks because she asks why", "Grace");
        await quarter.HearAsync(person, "nudges on", "Nudges");
    });

    /// <summary>Somebody records something of which there is no other, and it is remembered where it was acknowledged.</summary>
    public async Task RecordAsync(Random dice)
    {
        var what = $"thing-{Interlocked.Increment(ref said)}";
        (IQuarter Quarter, string Person) who;
        lock (dice)
            who = People[dice.Next(People.Count)];
        var taken = await who.Quarter.SayAsync(who.Person, $"helped \"Ada of {who.Person}\" with {what} today");
        // An empty answer acknowledges too: the work goes on, and the answer follows.
        if (taken.Answer is { } answer && (answer.Length == 0 || answer.Contains(what, StringComparison.Ordinal)))
            Acknowledged[what] = taken.Key;
        else if (taken.Answer is not null)
            Refused[what] = taken.Answer;
    }

    /// <summary>Waits until one more record was acknowledged, or for so long at most.</summary>
    public async Task HeardAsync(TimeSpan most)
    {
        var (before, start) = (Acknowledged.Count, TimeProvider.System.GetTimestamp());
        while (Acknowledged.Count == before && TimeProvider.System.GetElapsedTime(start) < most)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    /// <summary>Ends when nothing was said to any platform for so long, or after five times as long at the latest.</summary>
    public async Task SettledAsync(TimeSpan quiet)
    {
        var (last, since) = (Calls(), TimeProvider.System.GetTimestamp());
        var start = since;
        while (TimeProvider.System.GetElapsedTime(since) < quiet && TimeProvider.System.GetElapsedTime(start) < quiet * 5)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            if (Calls() is var calls && calls != last)
                (last, since) = (calls, TimeProvider.System.GetTimestamp());
        }

        int Calls() => quarters.Sum(quarter => quarter.Calls);
    }
}
