using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NudgeBot.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own, started once, with a database for each test. It listens on loopback alone, and is stopped and
/// thrown away with the process of the tests.
/// </summary>
internal sealed class TestPostgres
{
    private static readonly Lazy<TestPostgres> Shared = new(() => new TestPostgres());

    private readonly string folder = Directory.CreateTempSubdirectory("nudgebot-postgres-").FullName;

    private readonly int port = FreePort();

    private readonly bool isDurable;

    private int databases;

    /// <param name="isDurable">Whether a commit waits for the disk, as where the server itself is going to crash.</param>
    public TestPostgres(bool isDurable = false)
    {
        this.isDurable = isDurable;
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
            Run("chown", "postgres", folder);
        Run(Path.Combine(Programs!, "initdb"), "-D", Data, "--no-sync", "-A", "trust", "-U", "nudgebot", "-E", "UTF8", "--locale=C");
        Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Stop("immediate");
            Directory.Delete(folder, recursive: true);
        };
    }

    /// <summary>Why there is no server, or null when there can be one.</summary>
    public static string? Missing => Programs is null ? "PostgreSQL's programs (initdb, pg_ctl) are not installed." : null;

    public static TestPostgres Instance => Shared.Value;

    private static string? Programs { get; } = new[] { "/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt" }
        .Where(Directory.Exists).SelectMany(root => Directory.EnumerateDirectories(root)).Select(version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private string Data => Path.Combine(folder, "data");

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public string Create()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        Execute("postgres", $"CREATE DATABASE {name}");
        return Connect(name);
    }

    /// <summary>Throws a database away that nobody needs any more, whoever is still connected.</summary>
    public void Drop(string connectionString)
    {
        using (var pooled = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(pooled);
        Execute("postgres", $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    /// <summary>Stops the server without asking anybody, and starts it again.</summary>
    public void Restart()
    {
        Stop("immediate");
        Start();
    }

    /// <summary>Stops the server without asking anybody.</summary>
    public void Halt() => Stop("immediate");

    /// <summary>Starts it again.</summary>
    public void Resume() => Start();

    /// <summary>Ends every connection to a database but the one that asks, as an administrator or a firewall would.</summary>
    public void Cut(string connectionString) =>
        Execute("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(connectionString).Database}'");

    /// <summary>Lets every commit wait so much longer, as on a slow disk; 100 ms at most.</summary>
    public void SlowDown(TimeSpan flush)
    {
        Execute("postgres", "ALTER SYSTEM SET commit_siblings = 0");
        Execute("postgres", $"ALTER SYSTEM SET commit_delay = {(int)flush.TotalMicroseconds}");
        Execute("postgres", "SELECT pg_reload_conf()");
    }

    /// <summary>Stops all processes of the server where they stand (STOP), as when the disk hangs, or lets them go on (CONT).</summary>
    public void Signal(string name)
    {
        var server = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        using var list = Process.Start(new ProcessStartInfo("ps", ["-o", "pid=", "--ppid", server]) { RedirectStandardOutput = true })!;
        var children = list.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        using var kill = Process.Start("kill", [$"-{name}", server, .. children]);
        kill.WaitForExit();
    }

    private void Execute(string database, string statement)
    {
        using var connection = new NpgsqlConnection(Connect(database) + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words and numbers of our own.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private string Connect(string database) => $"Host=127.0.0.1;Port={port};Username=nudgebot;Database={database};Maximum Pool Size=20";

    private void Start() => Run(
        Path.Combine(Programs!, "pg_ctl"), "-D", Data, "-w", "-l", Path.Combine(folder, "log"),
        "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync={(isDurable ? "on" : "off")} -c max_connections=200", "start");

    private void Stop(string mode) => Run(Path.Combine(Programs!, "pg_ctl"), "-D", Data, "-m", mode, "-w", "stop");

    /// <summary>Runs a program of PostgreSQL's, which refuses to work for root.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var asRoot = OperatingSystem.IsLinux() && Environment.UserName == "root" && Path.GetFileName(program) != "chown";
        var start = new ProcessStartInfo(asRoot ? "runuser" : program) { WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in asRoot ? ["-u", "postgres", "--", program, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        // What it tells is no output of whoever runs this; the server itself writes into its log.
        start.RedirectStandardOutput = true;
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
