using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Storage.Moving;
using Npgsql;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>Compares what people were told with what is in the database and on their platform.</summary>
internal sealed class Verdict(Town town, string connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What was confirmed, or acknowledged and not refused later, and is not there.</summary>
    public IReadOnlyList<string> Lost { get; private set; } = [];

    /// <summary>What was refused in words, and is there all the same.</summary>
    public IReadOnlyList<string> Untrue { get; private set; } = [];

    /// <summary>What is there more than once.</summary>
    public IReadOnlyList<string> KeptTwice { get; private set; } = [];

    /// <summary>What was acknowledged, and nobody was told what became of it.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>
    /// What was answered more than once. An answer that only one person sees in a channel stands in no history: where a crash caught it on its
    /// way it is said again.
    /// </summary>
    public IReadOnlyList<string> Repeated { get; private set; } = [];

    public int Nudges { get; private set; }

    public IReadOnlyList<string> Missed { get; private set; } = [];

    public IReadOnlyList<string> Duplicated { get; private set; } = [];

    /// <summary>Nudges whose schedule failed and was put off for an hour or more.</summary>
    public int PutOff { get; private set; }

    public bool IsGood => Lost.Count + Untrue.Count + KeptTwice.Count + Silent.Count + Missed.Count + Duplicated.Count == 0;

    /// <summary>
    /// Waits until every nudge ran, nothing waits to be sent and everybody has their answer, or until nothing more is to be expected. Nobody
    /// waits for hours here: what was put off, or is not due yet, is due now.
    /// </summary>
    public async Task SettleAsync()
    {
        // The run's own connections may have been cut as well.
        NpgsqlConnection.ClearAllPools();
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            await using var db = MovingDatabase.Open(connection).Database!;
            await HastenAsync(db);
            if (await IsDoneAsync(db))
                break;
        }
        while (TimeProvider.System.GetElapsedTime(start) < Patience);

        // One that came twice comes within moments of the last.
        await town.SettledAsync(TimeSpan.FromSeconds(3));
    }

    public async Task ReadAsync()
    {
        await using var db = MovingDatabase.Open(connection).Database!;
        var kept = await db.Set<Entry>().IgnoreQueryFilters().AsNoTracking().Select(row => row.Text).ToListAsync();
        var known = kept.ToHashSet(StringComparer.Ordinal);
        var answers = Answers();
        Lost = [.. town.Acknowledged.Where(one => !known.Contains(one.Key) && answers[one.Value].All(answer => answer.Contains(one.Key, StringComparison.Ordinal))).Select(one => one.Key)];
        Untrue = [.. town.Refused.Where(one => known.Contains(one.Key)).Select(one => $"{one.Key}: {one.Value}")];
        KeptTwice = [.. kept.CountBy(text => text).Where(one => one.Key.StartsWith("thing-", StringComparison.Ordinal) && one.Value > 1).Select(one => one.Key)];
        Silent = [.. town.Acknowledged.Where(one => !answers[one.Value].Any()).Select(one => one.Key)];
        Repeated = [.. town.Acknowledged.Where(one => answers[one.Value].Skip(1).Any()).Select(one => one.Key)];

        var nudges = town.People.ToDictionary(one => one.Person, one => one.Quarter.Nudges(one.Person));
        Nudges = nudges.Values.Sum();
        Missed = [.. nudges.Where(one => one.Value == 0).Select(one => one.Key)];
        Duplicated = [.. nudges.Where(one => one.Value > 1).Select(one => one.Key), .. town.Quarters.SelectMany(quarter => quarter.Doubled())];
    }

    private async Task HastenAsync(BotDb db)
    {
        var now = TimeProvider.System.GetUtcNow();
        var later = db.Set<Schedule>().IgnoreQueryFilters().Where(row => row.Kind == "nudge" && row.DueAt > now);
        PutOff += await later.Where(row => row.Failures > 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now));
        // The next regular nudges are days away.
        await later.Where(row => row.DueAt < now.AddHours(12)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now));
        await Waiting(db).Where(row => row.NotBefore > now).ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, now));
    }

    private async Task<bool> IsDoneAsync(BotDb db) =>
        !await Waiting(db).AnyAsync()
        && !await db.Set<Schedule>().IgnoreQueryFilters().AnyAsync(row => row.Kind == "nudge" && row.DueAt <= TimeProvider.System.GetUtcNow())
        && Answers() is var answers && town.Acknowledged.Values.All(answers.Contains);

    private ILookup<string, string> Answers() => town.Quarters.SelectMany(quarter => quarter.Answers()).ToLookup(answer => answer.Key, answer => answer.Words);

    private static IQueryable<Outgoing> Waiting(BotDb db) =>
        db.Set<Outgoing>().IgnoreQueryFilters().Where(row => row.State == DeliveryState.Pending || row.State == DeliveryState.Sending);
}
