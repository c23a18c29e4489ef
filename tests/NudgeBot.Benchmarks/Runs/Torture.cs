using System.Globalization;
using System.Text.Json;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>
/// <c>torture</c>: the real program is broken at random moments while commands come in and nudges fall due, on a Slack and a Teams that count.
/// What was acknowledged must be there, and every nudge must have come once.
/// </summary>
internal static class Torture
{
    private const int People = 60;

    private const string Help = """
        torture: breaks the real program at random moments, beside a Slack that counts. One line of JSON tells what came of it.

          --teams         half of the people are in a Teams that counts, whose history the program may ask (Linux)
          --kills N       kill -9 of a replica, now and then while it starts
          --wait MS       a replica works for so long at most before it is killed (2500)
          --faults        the platforms answer 429, 500 or HTML, stall, cut the connection before or after they took a message
          --replicas N    so many processes; more than one needs --postgres
          --postgres [C]  on PostgreSQL: the one of this connection string, or else a server of the run's own, with fsync on
          --pauses N      a replica stands still (SIGSTOP) beyond its lease, and goes on
          --restarts N    PostgreSQL ends as in a crash, and starts again (a server of the run's own)
          --cuts N        every connection to PostgreSQL is cut (a server of the run's own)
          --stalls N      PostgreSQL stands still for 2 to 6 s, as on a disk that hangs (a server of the run's own)
          --slow-disk     every commit of PostgreSQL waits 100 ms longer (a server of the run's own)
          --fills N       SQLite's disk is full for some seconds (Linux and root: a small disk is mounted)
          --seed N        the same blows in the same order again

          torture --kills 200 --faults --teams
          torture --kills 200 --faults --teams --replicas 3 --postgres --pauses 10 --restarts 10 --cuts 20
          torture --kills 20 --replicas 3 --postgres --stalls 5 --slow-disk
          torture --kills 10 --fills 20
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var options = Options.Read(arguments);
        var stranger = options.Stranger([.. Blows.Names, "seed", "wait", "teams", "replicas", "postgres", "faults", "slow-disk"]);
        var ownServer = options.Has("postgres") && options.Text("postgres") is "";
        var needsServer = new[] { "restarts", "cuts", "stalls", "slow-disk" }.Any(options.Has);
        var isUnfit = (needsServer && !ownServer) || (options.Number("replicas", 1) > 1 && !options.Has("postgres")) || (options.Has("fills") && options.Has("postgres"));
        if (stranger is not null || isUnfit)
        {
            Console.Error.WriteLine(stranger is null or "help" ? Help : $"--{stranger} is not known.{Environment.NewLine}{Help}");
            return stranger is "help" ? 0 : 2;
        }

        var seed = options.Number("seed", Environment.TickCount & 0xffff);
        Console.Error.WriteLine($"seed {seed}");
        var folder = Directory.CreateTempSubdirectory("nudgebot-torture-").FullName;
        using var disk = options.Has("fills") ? new SmallDisk(Path.Combine(folder, "disk")) : null;
        var server = ownServer ? new TestPostgres(isDurable: true) : null;
        var storage = options.Has("postgres")
            ? (StorageOptions.PostgreSql, server?.Create() ?? options.Text("postgres")!)
            : (StorageOptions.Sqlite, $"Data Source={Path.Combine(disk?.Folder ?? folder, "nudgebot.db")}");
        return await RunAsync(options, seed, folder, storage, server, disk);
    }

    private static async Task<int> RunAsync(Options options, int seed, string folder, (string Provider, string Connection) storage, TestPostgres? server, SmallDisk? disk)
    {
        await using var slack = await FakeSlack.StartAsync(it => it.AckDeadline = TimeSpan.FromSeconds(30));
        await using var teams = options.Has("teams") ? await FakeTeams.StartAsync(TimeProvider.System, tunnelled: true) : null;
        var hosts = Enumerable.Range(0, options.Number("replicas", 1))
            .Select(_ => new Host(slack, folder, storage, teams is null ? [] : TeamsQuarter.Settings(teams, folder))).ToList();
        using var switchboard = new Switchboard(hosts, seed);
        slack.ConnectTo(new Uri("http://127.0.0.1:1/slack/events"), switchboard);
        teams?.ConnectTo(new Uri("http://127.0.0.1:1/"), switchboard);
        var town = teams is null ? new Town(new SlackQuarter(slack, People)) : new Town(new SlackQuarter(slack, People / 2), new TeamsQuarter(teams, People / 2));
        try
        {
            hosts[0].Start();
            await town.AwakeAsync();
            await town.PrepareAsync();
            hosts[0].Kill();
            // Not before: Slack opens a form within three seconds of a command, and everybody prepares at the same time.
            if (options.Has("slow-disk"))
                server!.SlowDown(TimeSpan.FromMilliseconds(100));
            var blows = new Blows(options, town, hosts, server, storage.Connection, disk, new Random(seed));
            // Nobody waits a week here: nudges fall due throughout the run.
            await NudgesDue.SpreadAsync(storage.Connection, blows.Takes);
            hosts.ForEach(host => host.Start());
            await town.AwakeAsync();
            using var over = new CancellationTokenSource();
            var talk = Enumerable.Range(0, 8).Select(number => TalkAsync(town, new Random(seed + number), over.Token)).ToList();
            await blows.StrikeAsync((done, all) =>
            {
                if (done % 10 == 0)
                    Console.Error.WriteLine($"{done} of {all} blows, {town.Acknowledged.Count} commands acknowledged");
            });
            await over.CancelAsync();
            await Task.WhenAll(talk);
            await town.AwakeAsync();
            Console.Error.WriteLine("Waiting for what is left.");
            var verdict = new Verdict(town, storage.Connection);
            await verdict.SettleAsync();
            await verdict.ReadAsync();
            return Tell(options, seed, storage.Provider, hosts.Count, town, verdict, folder);
        }
        finally
        {
            hosts.ForEach(host => host.Dispose());
        }
    }

    private static async Task TalkAsync(Town town, Random dice, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await town.RecordAsync(dice);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }
    }

    private static int Tell(Options options, int seed, string storage, int replicas, Town town, Verdict verdict, string folder)
    {
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            kills = options.Number("kills", 0),
            commands = town.Acknowledged.Count,
            lost = verdict.Lost.Count,
            nudges = verdict.Nudges,
            missed = verdict.Missed.Count,
            duplicated = verdict.Duplicated.Count,
            refused = town.Refused.Count,
            untrue = verdict.Untrue.Count,
            keptTwice = verdict.KeptTwice.Count,
            silent = verdict.Silent.Count,
            repeated = verdict.Repeated.Count,
            putOff = verdict.PutOff,
            storage,
            replicas,
            teams = options.Has("teams"),
            pauses = options.Number("pauses", 0),
            restarts = options.Number("restarts", 0),
            cuts = options.Number("cuts", 0),
            stalls = options.Number("stalls", 0),
            fills = options.Number("fills", 0),
            faults = options.Has("faults"),
            seed,
        }));
        if (verdict.IsGood)
            return 0;
        foreach (var (name, which) in new (string, IReadOnlyList<string>)[]
        {
            ("lost", verdict.Lost), ("missed", verdict.Missed), ("duplicated", verdict.Duplicated), ("untrue", verdict.Untrue), ("kept twice", verdict.KeptTwice), ("silent", verdict.Silent),
        })
        {
            if (which.Count > 0)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {string.Join(' ', which.Take(10))}"));
        }

        Console.Error.WriteLine($"The logs are in {folder}.");
        return 1;
    }
}
