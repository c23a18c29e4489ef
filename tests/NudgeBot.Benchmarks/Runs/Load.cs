using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using NudgeBot.Storage;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>
/// <c>load</c>: so many signed requests a second to the real program, commands for the most part, presses and events besides, while messages
/// go out. Every one must be acknowledged within three seconds and every command answered, none twice.
/// </summary>
internal static class Load
{
    private static readonly string[] Lines = ["circle", "next", "met \"Ada Lovelace\" today", "note \"Ada Lovelace\" likes tea", "history \"Ada Lovelace\"", "status"];

    private static readonly Regex Thing = new("thing-[0-9]+");

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = Options.Read(arguments);
        var (rate, seconds) = (options.Number("rate", 200), options.Number("seconds", 30));
        var folder = Directory.CreateTempSubdirectory("nudgebot-load-").FullName;
        await using var slack = await FakeSlack.StartAsync();
        var storage = $"Data Source={Path.Combine(folder, "nudgebot.db")}";
        using var host = new Host(slack, folder, (StorageOptions.Sqlite, storage));
        using var switchboard = new Switchboard([host], 1);
        slack.ConnectTo(new Uri("http://127.0.0.1:1/slack/events"), switchboard);
        var quarter = new SlackQuarter(slack, 100);
        var town = new Town(quarter);
        host.Start();
        await town.AwakeAsync();
        await town.PrepareAsync();
        host.Kill();
        await NudgesDue.SpreadAsync(storage, TimeSpan.FromSeconds(10 + seconds));
        host.Start();
        await town.AwakeAsync();

        var dice = new Random(1);
        // The first requests of every kind are slower: the program warms up.
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => OneAsync(slack, quarter, town, dice)));
        await town.SettledAsync(TimeSpan.FromSeconds(5));
        var before = slack.Deliveries.Count;
        var start = Stopwatch.GetTimestamp();
        List<Task> all = [];
        for (var sent = 0; sent < rate * seconds; sent++)
        {
            var ahead = TimeSpan.FromSeconds(sent / (double)rate) - Stopwatch.GetElapsedTime(start);
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead, TimeProvider.System);
            all.Add(OneAsync(slack, quarter, town, dice));
        }

        await Task.WhenAll(all);
        await town.SettledAsync(TimeSpan.FromSeconds(20));
        var verdict = new Verdict(town, storage);
        await verdict.SettleAsync();
        await verdict.ReadAsync();
        var deliveries = slack.Deliveries.Skip(before).ToList();
        var elapsed = deliveries.Select(delivery => delivery.Elapsed.TotalMilliseconds).Order().ToList();
        var late = deliveries.Count(delivery => delivery.Elapsed > TimeSpan.FromSeconds(3));
        var refused = deliveries.Count(delivery => !delivery.IsOk);
        // Without those that were refused before the program had started.
        var recent = deliveries.ToHashSet();
        var count = slack.Count(recent.Contains);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            rate,
            seconds,
            requests = deliveries.Count,
            late,
            refused,
            p50 = Math.Round(elapsed[elapsed.Count / 2], 1),
            p99 = Math.Round(elapsed[elapsed.Count * 99 / 100], 1),
            max = Math.Round(elapsed[^1], 1),
            duplicates = slack.DuplicateDeliveries().Count,
            silent = count.Silent,
            repeated = count.Repeated,
            nudges = verdict.Nudges,
            missed = verdict.Missed.Count,
            lost = verdict.Lost.Count,
        }));
        return verdict.IsGood && late + refused + count.Silent + count.Repeated + slack.DuplicateDeliveries().Count == 0 ? 0 : 1;
    }

    private static Task OneAsync(FakeSlack slack, SlackQuarter quarter, Town town, Random dice)
    {
        int kind, line;
        string person;
        lock (dice)
            (kind, line, person) = (dice.Next(10), dice.Next(Lines.Length), quarter.People[dice.Next(quarter.People.Count)]);
        if (kind == 0)
            return slack.UserChangedAsync(person);
        var undo = kind == 1 ? slack.Ephemerals(person).LastOrDefault(message => Thing.IsMatch(message.AllText) && message.ActionIds.Any(IsUndo)) : null;
        if (undo is null)
            return kind < 5 ? town.RecordAsync(dice) : slack.CommandAsync(person, "/nudge", Lines[line]);
        // What is taken back need not be there.
        town.Acknowledged.TryRemove(Thing.Match(undo.AllText).Value, out _);
        return slack.PressAsync(person, undo, undo.ActionIds.First(IsUndo));

        static bool IsUndo(string id) => id.StartsWith("undo", StringComparison.Ordinal);
    }
}
