using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Storage.Moving;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>
/// <c>torture</c>: the real program is killed at random moments while commands come in and nudges fall due, on a Slack that counts. What was
/// acknowledged must be there, and every nudge must have come once.
/// </summary>
internal static class Torture
{
    private const int People = 60;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = Options.Read(arguments);
        var seed = options.Number("seed", Environment.TickCount & 0xffff);
        var kills = options.Number("kills", 200);
        var replicas = options.Number("replicas", 1);
        var postgres = options.Text("postgres");
        var faults = options.Has("faults");
        Console.Error.WriteLine($"seed {seed}");

        var folder = Directory.CreateTempSubdirectory("nudgebot-torture-").FullName;
        var storage = postgres is null ? (StorageOptions.Sqlite, $"Data Source={Path.Combine(folder, "nudgebot.db")}") : (StorageOptions.PostgreSql, postgres);
        await using var slack = await FakeSlack.StartAsync(it => it.AckDeadline = TimeSpan.FromSeconds(30));
        var hosts = Enumerable.Range(0, replicas).Select(_ => new Host(slack, folder, storage)).ToList();
        using var switchboard = new Switchboard(hosts, seed);
        slack.ConnectTo(new Uri("http://127.0.0.1:1/slack/events"), switchboard);
        var town = new Town(slack, People);
        town.Settle();
        try
        {
            hosts[0].Start();
            await town.AwakeAsync();
            await town.PrepareAsync();
            hosts[0].Kill();
            // Nobody waits a week here: nudges fall due throughout the run.
            await SpreadNudgesAsync(storage.Item2, TimeSpan.FromSeconds(4.0 * kills));
            hosts.ForEach(host => host.Start());
            await town.AwakeAsync();
            await RunAsync(slack, town, hosts, kills, seed, faults);
            return await TellAsync(slack, town, storage.Item2, kills, seed, folder);
        }
        finally
        {
            hosts.ForEach(host => host.Dispose());
        }
    }

    private static async Task RunAsync(FakeSlack slack, Town town, List<Host> hosts, int kills, int seed, bool faults)
    {
        var dice = new Random(seed);
        using var over = new CancellationTokenSource();
        var talk = Enumerable.Range(0, 8).Select(number => TalkAsync(town, new Random(seed + number), over.Token)).ToList();
        for (var kill = 1; kill <= kills; kill++)
        {
            var host = hosts[dice.Next(hosts.Count)];
            // Now and then it is killed while it starts, else while it works.
            if (dice.Next(5) > 0)
                await host.ReadyAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(dice.Next(2500)), TimeProvider.System);
            if (faults)
                slack.Fail(dice.Next(2) == 0 ? "chat.postMessage" : "*", Fault(dice));
            host.Kill();
            host.Start();
            if (kill % 10 == 0)
                Console.Error.WriteLine($"{kill} of {kills} kills, {town.Acknowledged.Count} commands acknowledged");
        }

        await over.CancelAsync();
        await Task.WhenAll(talk);
        await town.AwakeAsync();
        await slack.SettledAsync(TimeSpan.FromSeconds(25));
    }

    private static SlackFault Fault(Random dice) => dice.Next(6) switch
    {
        0 => SlackFault.RateLimited(),
        1 => SlackFault.Html(500),
        2 => SlackFault.Html(),
        3 => SlackFault.ResetBefore,
        4 => SlackFault.ResetAfter,
        _ => SlackFault.Stall(TimeSpan.FromSeconds(1)),
    };

    private static async Task TalkAsync(Town town, Random dice, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await town.RecordAsync(dice);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task SpreadNudgesAsync(string connection, TimeSpan over)
    {
        await using var db = MovingDatabase.Open(connection).Database!;
        var rows = await db.Set<Schedule>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Kind == "nudge").OrderBy(row => row.MemberId).ToListAsync();
        foreach (var (at, row) in rows.Index())
        {
            var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(5) + over * (at / (double)rows.Count);
            await db.Set<Schedule>().IgnoreQueryFilters().Where(one => one.Kind == row.Kind && one.MemberId == row.MemberId)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, due));
        }
    }

    private static async Task<int> TellAsync(FakeSlack slack, Town town, string connection, int kills, int seed, string folder)
    {
        await using var db = MovingDatabase.Open(connection).Database!;
        var kept = (await db.Set<Entry>().IgnoreQueryFilters().AsNoTracking().Select(row => row.Text).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var lost = town.Acknowledged.Keys.Where(what => !kept.Contains(what)).ToList();
        var nudges = town.People.ToDictionary(person => person, person => slack.Messages(person).Count(message => message.ActionIds.Any(id => id.StartsWith("nudge.reached", StringComparison.Ordinal))));
        var (missed, twice) = (nudges.Where(one => one.Value == 0).ToList(), nudges.Where(one => one.Value > 1).ToList());
        var duplicated = twice.Count + slack.DuplicateDeliveries().Count;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            kills,
            commands = town.Acknowledged.Count,
            lost = lost.Count,
            nudges = nudges.Values.Sum(),
            missed = missed.Count,
            duplicated,
            seed,
        }));
        if (lost.Count + missed.Count + duplicated == 0)
            return 0;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lost {string.Join(' ', lost.Take(10))}; missed {string.Join(' ', missed.Select(one => one.Key).Take(10))}; twice {string.Join(' ', twice.Select(one => one.Key))}; the logs are in {folder}"));
        return 1;
    }
}
