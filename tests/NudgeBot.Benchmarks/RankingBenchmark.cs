using BenchmarkDotNet.Attributes;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Nudges;

namespace NudgeBot.Benchmarks;

/// <summary>One member with 15 seats and 20 years of records, one with each of them every three weeks: ordering them, and planning the whole nudge.</summary>
[MemoryDiagnoser]
public class RankingBenchmark
{
    private const int Seats = 15, Years = 20;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private Tie[] _ties = [];
    private Contact[][] _contacts = [];

    [GlobalSetup]
    public void Lay()
    {
        var dice = new Random(7);
        _ties = [.. Enumerable.Range(0, Seats).Select(seat => Seated(seat, dice))];
        _contacts = [.. _ties.Select(tie => tie.Records.Select(record => new Contact(record.On, ContactKind.Both)).ToArray())];
    }

    [Benchmark(Baseline = true)]
    public int LongestSilent() =>
        _contacts.Index().OrderByDescending(tie => Today.DayNumber - tie.Item[^1].Day.DayNumber).ThenBy(tie => tie.Index).First().Index;

    [Benchmark]
    public int Rank() =>
        _contacts.Index().OrderByDescending(tie => Ranking.Judge(tie.Item, 30, Today, Today).Good).ThenBy(tie => tie.Index).First().Index;

    [Benchmark]
    public int PlanNudge() => Planner.Plan(new(Today, _ties)).Picks.Count;

    private static Tie Seated(int seat, Random dice) => new(new Guid(seat, 0, 0, new byte[8]), $"P{seat}", Today.AddYears(-Years))
    {
        Seat = new(Ring.Close, null, "we think alike", Today.AddYears(-Years)),
        Records =
        [
            .. Enumerable.Range(0, Years * 365 / 21)
                .Select(_ => new Recorded(new Guid(seat, 0, 0, new byte[8]), (EntryKind)dice.Next(3), "coffee", Today.AddDays(-10 - dice.Next(Years * 365))))
                .OrderBy(record => record.On),
        ],
    };
}
