using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NudgeBot.Channels;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>
/// The real program as a process of its own, under a supervisor: it can be killed and started again, and where it ends by itself, as when its
/// database is not there yet, it is started again at once.
/// </summary>
internal sealed class Host : IDisposable
{
    private readonly Dictionary<string, string> settings;

    private readonly string folder;

    private readonly Lock gate = new();

    private Process? process;

    private bool isWanted;

    /// <param name="folder">Where it works, and writes its log.</param>
    /// <param name="storage">Provider and connection string.</param>
    /// <param name="more">Further settings, as the environment names them.</param>
    public Host(string folder, (string Provider, string Connection) storage, params IEnumerable<(string Name, string Value)> more)
    {
        this.folder = folder;
        Port = FreePort();
        settings = new()
        {
            ["Urls"] = $"http://127.0.0.1:{Port}",
            ["Storage__Provider"] = storage.Provider,
            ["Storage__ConnectionString"] = storage.Connection,
            // A short lease, so that a dead replica's workspaces are taken over within the run.
            ["Delivery__LeaseSeconds"] = "10",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft__EntityFrameworkCore"] = "Critical",
        };
        foreach (var (name, value) in more)
            settings[name] = value;
    }

    /// <summary>Installed by token in the Slack of the tests.</summary>
    public Host(FakeSlack slack, string folder, (string Provider, string Connection) storage, params IEnumerable<(string Name, string Value)> more)
        : this(
            folder, storage,
            [("Slack__ApiUrl", slack.ApiAddress.AbsoluteUri), ("Slack__SigningSecret", slack.App.SigningSecret), ("Slack__BotToken", slack.Token), .. more])
    {
    }

    public int Port { get; }

    public bool IsRunning => process is { HasExited: false };

    /// <summary>Whether it stands still, as far as a load balancer has noticed.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Starts it; it is not ready yet.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChannelSettings).Assembly.Location])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var started = new Process { StartInfo = start, EnableRaisingEvents = true };
        started.Exited += Ended;
        lock (gate)
        {
            started.Start();
            (process, isWanted) = (started, true);
        }

        var log = TextWriter.Synchronized(new StreamWriter(Path.Combine(folder, $"host-{Port}.log"), append: true) { AutoFlush = true });
        started.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        started.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/healthz/ready"))).IsSuccessStatusCode)
                    return;
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new InvalidOperationException($"The program at port {Port} did not get ready; see its log.");
    }

    /// <summary>Ends it without a word, as a power cut would.</summary>
    public void Kill()
    {
        lock (gate)
            isWanted = false;
        IsPaused = false;
        process?.Kill();
        process?.WaitForExit();
    }

    /// <summary>Stops it where it stands, as a suspended machine does, and lets it go on after a while.</summary>
    public async Task PauseAsync(TimeSpan time)
    {
        Signal("STOP");
        // What comes in this second waits for its answer until it goes on.
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        IsPaused = true;
        await Task.Delay(time, TimeProvider.System);
        Signal("CONT");
        IsPaused = false;
    }

    public void Dispose() => Kill();

    private void Ended(object? ended, EventArgs _)
    {
        lock (gate)
        {
            if (isWanted && ended == process)
                Start();
        }
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
