using NudgeBot.Tests.Support;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>The ways to break it, each as many times as the options say, in an order that the seed gives.</summary>
internal sealed class Blows(Options options, Town town, IReadOnlyList<Host> hosts, TestPostgres? server, string connection, SmallDisk? disk, Random dice)
{
    /// <summary>Longer than the lease of <see cref="Host"/>, so that others have taken its workspaces over.</summary>
    private static readonly TimeSpan BeyondLease = TimeSpan.FromSeconds(14);

    /// <summary>The replica that stands still, and until when.</summary>
    private (Host? Host, Task Over) still = (null, Task.CompletedTask);

    private (string Name, TimeSpan Takes, Func<Task> StrikeAsync)[] All =>
    [
        ("kills", TimeSpan.FromSeconds(3), KillAsync),
        ("pauses", hosts.Count > 1 ? TimeSpan.FromSeconds(2) : BeyondLease, PauseAsync),
        ("restarts", TimeSpan.FromSeconds(3), RestartAsync),
        ("cuts", TimeSpan.FromSeconds(2), CutAsync),
        ("stalls", TimeSpan.FromSeconds(6), StallAsync),
        ("fills", TimeSpan.FromSeconds(7), FillAsync),
    ];

    public static IEnumerable<string> Names => ["kills", "pauses", "restarts", "cuts", "stalls", "fills"];

    /// <summary>About how long they take together.</summary>
    public TimeSpan Takes => All.Aggregate(TimeSpan.Zero, (sum, blow) => sum + (blow.Takes * options.Number(blow.Name, 0)));

    /// <summary>Strikes them all, one after another.</summary>
    public async Task StrikeAsync(Action<int, int> told)
    {
        var order = All.SelectMany(blow => Enumerable.Repeat(blow.StrikeAsync, options.Number(blow.Name, 0))).ToArray();
        dice.Shuffle(order);
        foreach (var (at, strikeAsync) in order.Index())
        {
            if (options.Has("faults"))
                town.Quarters[dice.Next(town.Quarters.Count)].Fail(dice);
            await strikeAsync();
            told(at + 1, order.Length);
        }

        await still.Over;
    }

    private async Task KillAsync()
    {
        var moving = hosts.Where(host => host != still.Host || still.Over.IsCompleted).ToList();
        var host = moving[dice.Next(moving.Count)];
        // Now and then it is killed while it starts, else while it works: on a busy machine its first answer takes long.
        if (dice.Next(5) > 0)
        {
            await host.ReadyAsync();
            await town.HeardAsync(TimeSpan.FromSeconds(10));
        }

        await WaitAsync(options.Number("wait", 2500) / 1000d);
        host.Kill();
        host.Start();
    }

    /// <summary>One stands still; the others work on meanwhile, and are struck.</summary>
    private async Task PauseAsync()
    {
        await still.Over;
        await WaitAsync(2);
        var host = hosts[dice.Next(hosts.Count)];
        still = (host, host.PauseAsync(BeyondLease));
        if (hosts.Count == 1)
            await still.Over;
    }

    /// <summary>The server ends as in a crash, and recovers.</summary>
    private async Task RestartAsync()
    {
        await WaitAsync(2);
        server!.Restart();
    }

    private async Task CutAsync()
    {
        await WaitAsync(2);
        server!.Cut(connection);
    }

    /// <summary>No process of the server moves for some seconds, as when its disk hangs.</summary>
    private async Task StallAsync()
    {
        await WaitAsync(2);
        server!.Signal("STOP");
        await Task.Delay(TimeSpan.FromSeconds(2) + (dice.NextDouble() * TimeSpan.FromSeconds(4)), TimeProvider.System);
        server.Signal("CONT");
    }

    /// <summary>The disk is full for some seconds; every other time the program is killed meanwhile, and starts when there is room again.</summary>
    private async Task FillAsync()
    {
        await hosts[0].ReadyAsync();
        await WaitAsync(1);
        disk!.Fill();
        await Task.Delay(TimeSpan.FromSeconds(2) + (dice.NextDouble() * TimeSpan.FromSeconds(3)), TimeProvider.System);
        var dies = dice.Next(2) == 0;
        if (dies)
            hosts[0].Kill();
        disk.Free();
        if (dies)
            hosts[0].Start();
    }

    private Task WaitAsync(double most) => Task.Delay(dice.NextDouble() * TimeSpan.FromSeconds(most), TimeProvider.System);
}
