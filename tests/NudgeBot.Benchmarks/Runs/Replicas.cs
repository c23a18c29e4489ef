using System.Globalization;
using System.Text.Json;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>
/// <c>replicas</c>: the due nudges of many workspaces on one PostgreSQL, once for one process and once for three, on a platform that is far
/// away. Each must come once, and three must be at least two and a half times as fast.
/// </summary>
internal static class Replicas
{
    private const double Least = 2.5;

    private const string Help = """
        replicas: the due nudges of many workspaces, first with one process and then with three. One line of JSON tells both times.

          --workspaces N  so many workspaces, with one due nudge each (10000)
          --latency MS    how long the platform takes over each call (100)
          --each N        how many workspaces a process serves at the same time, Delivery:Workspaces (8)
          --replicas N    so many processes the second time (3)
          --patience S    after so many seconds a run is given up (1200)
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = Options.Read(arguments);
        if (options.Stranger("workspaces", "latency", "each", "replicas", "patience") is not null)
        {
            Console.Error.WriteLine(Help);
            return options.Has("help") ? 0 : 2;
        }

        var (workspaces, replicas) = (options.Number("workspaces", 10_000), options.Number("replicas", 3));
        var latency = options.Number("latency", 100);
        var server = new TestPostgres(isDurable: true);
        await using var slack = await DistantSlack.StartAsync(TimeSpan.FromMilliseconds(latency));
        var one = await TimeAsync(options, slack, server, workspaces, 1);
        var many = await TimeAsync(options, slack, server, workspaces, replicas);
        var ratio = one.Seconds / many.Seconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            workspaces,
            latency,
            each = options.Number("each", 8),
            replicas,
            one = Math.Round(one.Seconds, 1),
            many = Math.Round(many.Seconds, 1),
            ratio = Math.Round(ratio, 2),
            missed = one.Missed + many.Missed,
            duplicated = one.Duplicated + many.Duplicated,
        }));
        return one.Missed + many.Missed + one.Duplicated + many.Duplicated == 0 && ratio >= Least ? 0 : 1;
    }

    /// <summary>How long so many processes take over all nudges, from when these fall due.</summary>
    private static async Task<(double Seconds, int Missed, int Duplicated)> TimeAsync(Options options, DistantSlack slack, TestPostgres server, int workspaces, int replicas)
    {
        var connection = server.Create();
        await ManyWorkspaces.FillAsync(connection, workspaces);
        slack.Clear();
        var folder = Directory.CreateTempSubdirectory("nudgebot-replicas-").FullName;
        var hosts = Enumerable.Range(0, replicas).Select(_ => new Host(
            folder, (StorageOptions.PostgreSql, connection),
            ("Slack__ApiUrl", slack.ApiAddress.AbsoluteUri), ("Slack__SigningSecret", "secret"), ("Slack__ClientId", "1.2"), ("Slack__ClientSecret", "secret"),
            ("Slack__PublicUrl", "http://127.0.0.1:1"), ("Delivery__LeaseSeconds", "30"),
            ("Delivery__Workspaces", options.Number("each", 8).ToString(CultureInfo.InvariantCulture)))).ToList();
        try
        {
            hosts.ForEach(host => host.Start());
            await Task.WhenAll(hosts.Select(host => host.ReadyAsync()));
            await ManyWorkspaces.FallDueAsync(connection);
            var start = TimeProvider.System.GetTimestamp();
            var told = TimeSpan.Zero;
            while (slack.Messages.Count < workspaces && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(options.Number("patience", 1200)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
                if (TimeProvider.System.GetElapsedTime(start) - told is var since && since > TimeSpan.FromSeconds(10))
                {
                    told += since;
                    Console.Error.WriteLine($"{replicas} processes, {told.TotalSeconds:0} s: {slack.Messages.Count} nudges");
                }
            }

            var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            // One that came twice comes within moments of the last.
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
            return (seconds, workspaces - slack.Messages.Count, slack.Messages.Values.Count(count => count > 1));
        }
        finally
        {
            hosts.ForEach(host => host.Dispose());
            server.Drop(connection);
        }
    }
}
