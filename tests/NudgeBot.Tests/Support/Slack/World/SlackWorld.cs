using System.Globalization;

namespace NudgeBot.Tests.Support.Slack.World;

/// <summary>Everything the fake knows. One lock guards it all: correctness here is worth more than speed.</summary>
internal sealed partial class SlackWorld(FakeSlackOptions options)
{
    private readonly Random random = new(20261122);
    private long last;
    private long ids;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The app's own token is there from the start.</summary>
    public Dictionary<string, SlackToken> Tokens { get; } = new()
    {
        [options.App.AppToken] = new() { Value = options.App.AppToken, Kind = TokenKind.App, App = options.App },
    };

    public Lock Gate { get; } = new();

    public FakeSlackOptions Options => options;

    public DateTimeOffset Now => options.Clock.GetUtcNow();

    public SlackApp App => options.App;

    public Uri Address { get; set; } = new("http://127.0.0.1/");

    public Dictionary<string, SlackWorkspace> Workspaces { get; } = [];

    public Dictionary<string, SlackUser> Users { get; } = [];

    public Dictionary<string, SlackChannel> Channels { get; } = [];

    public List<SlackInstallation> Installations { get; } = [];

    public List<SlackMessage> Messages { get; } = [];

    public List<SlackView> Views { get; } = [];

    public List<SlackFile> Files { get; } = [];

    public List<SlackCall> Calls { get; } = [];

    /// <summary>A message's ts: unique, growing, and strange to whoever takes it for a number.</summary>
    public string NextTs()
    {
        var micros = (Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        lock (Gate)
        {
            last = Math.Max(micros, last + 1);
            return string.Create(CultureInfo.InvariantCulture, $"{last / 1_000_000}.{last % 1_000_000:D6}");
        }
    }

    public string NextId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref ids):X8}");

    public string Secret(int length)
    {
        lock (random)
            return random.GetString("abcdefghijklmnopqrstuvwxyz0123456789", length);
    }

    /// <summary>The installation of the app that answers for a workspace.</summary>
    public SlackInstallation? InstallationOf(SlackWorkspace workspace, SlackApp? app = null) =>
        Installations.LastOrDefault(installation => installation.App == (app ?? App) && installation.IsActive && installation.Covers(workspace));

    /// <summary>Wakes whoever waits for something to happen.</summary>
    public void Changed()
    {
        lock (Gate)
        {
            var before = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
        }
    }

    public Task NextChange
    {
        get
        {
            lock (Gate)
                return changed.Task;
        }
    }
}
