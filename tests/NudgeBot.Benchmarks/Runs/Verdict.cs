using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Storage.Moving;
using NudgeBot.Tests.Support.Slack;
using Npgsql;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>Compares what people were told with what is in the database and on Slack.</summary>
internal sealed class Verdict(FakeSlack slack, Town town, string connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>What was confirmed, or acknowledged and not refused later, and is not there.</summary>
    public IReadOnlyList<string> Lost { get; private set; } = [];

    /// <summary>What was refused in words, and is there all the same.</summary>
    public IReadOnlyList<string> Untrue { get; private set; } = [];

    /// <summary>What is there more than once.</summary>
    public IReadOnlyList<string> KeptTwice { get; private set; } = [];

    /// <summary>What was acknowledged, and nobody was told what became of it.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>
    /// What was answered more than once. An answer that only one person sees stands in no history: where a crash caught it on its way it is
    /// said again.
    /// </summary>
    public IReadOnlyList<string> Repeated { get; private set; } = [];

    public int Nudges { get; private set; }

    public IReadOnlyList<string> Missed { get; private set; } = [];

    public IReadOnlyList<string> Duplicated { get; private set; } = [];

    /// <summary>Nudges whose schedule failed and was put off for an hour or more.</summary>
    public int PutOff { get; private set; }

    public bool IsGood => Lost.Count + Untrue.Count + KeptTwice.Count + Silent.Count + Missed.Count + Duplicated.Count == 0;

    /// <summary>Waits until nothing is due and nothing waits to be sent. Nobody waits for hours here: what was put off is due now.</summary>
    public async Task SettleAsync()
    {
        // The run's own connections may have been cut as well.
        NpgsqlConnection.ClearAllPools();
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            await using var db = MovingDatabase.Open(connection).Database!;
            PutOff += await db.Set<Schedule>().IgnoreQueryFilters().Where(row => row.Kind == "nudge" && row.Failures > 0 && row.DueAt > TimeProvider.System.GetUtcNow())
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, TimeProvider.System.GetUtcNow()));
            var waiting = await db.Set<Outgoing>().IgnoreQueryFilters().AnyAsync(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Sending);
            if (!waiting && !await db.Set<Schedule>().IgnoreQueryFilters().AnyAsync(row => row.Kind == "nudge" && row.DueAt <= TimeProvider.System.GetUtcNow()))
                break;
        }

        await slack.SettledAsync(TimeSpan.FromSeconds(3));
    }

    public async Task ReadAsync()
    {
        await using var db = MovingDatabase.Open(connection).Database!;
        var kept = await db.Set<Entry>().IgnoreQueryFilters().AsNoTracking().Select(row => row.Text).ToListAsync();
        var known = kept.ToHashSet(StringComparer.Ordinal);
        var answers = town.People.SelectMany(slack.Ephemerals).Where(message => message.AnswerTo is not null).ToLookup(message => message.AnswerTo!);
        Lost = [.. town.Acknowledged.Where(one => !known.Contains(one.Key) && answers[one.Value].All(answer => answer.AllText.Contains(one.Key, StringComparison.Ordinal))).Select(one => one.Key)];
        Untrue = [.. town.Refused.Where(one => known.Contains(one.Key)).Select(one => $"{one.Key}: {one.Value}")];
        KeptTwice = [.. kept.CountBy(text => text).Where(one => one.Key.StartsWith("thing-", StringComparison.Ordinal) && one.Value > 1).Select(one => one.Key)];
        Silent = [.. town.Acknowledged.Where(one => !answers[one.Value].Any()).Select(one => one.Key)];
        Repeated = [.. town.Acknowledged.Where(one => answers[one.Value].Skip(1).Any()).Select(one => one.Key)];

        var nudges = town.People.ToDictionary(person => person, person => slack.Messages(person).Count(message => message.ActionIds.Any(id => id.StartsWith("nudge.reached", StringComparison.Ordinal))));
        Nudges = nudges.Values.Sum();
        Missed = [.. nudges.Where(one => one.Value == 0).Select(one => one.Key)];
        Duplicated = [.. nudges.Where(one => one.Value > 1).Select(one => one.Key), .. slack.DuplicateDeliveries()];
    }
}
