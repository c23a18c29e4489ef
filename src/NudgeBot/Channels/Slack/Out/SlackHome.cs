using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;
using NudgeBot.Home;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// Publishes members' Home tabs when they look at them or did something there. Slack tells of every look, so that one that would change
/// nothing is not published again.
/// </summary>
internal sealed partial class SlackHome(
    SlackClient slack, SlackInstallations installations, SlackUploads uploads, UnitOfWork unitOfWork, TimeProvider clock, ILogger<SlackHome> logger) : BackgroundService
{
    /// <summary>How long Slack may take to look a new picture through before the home is published again.</summary>
    private static readonly TimeSpan Looking = TimeSpan.FromSeconds(5);

    /// <summary>How often that is tried.</summary>
    private const int Looks = 4;

    /// <summary>The most homes of which it is remembered what they show.</summary>
    private const int Most = 10_000;

    private readonly Channel<(string WorkspaceId, string MemberId)> asked = Channel.CreateUnbounded<(string, string)>();
    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), bool> waiting = new();
    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), int> shown = new();
    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), int> looks = new();

    /// <summary>Has a member's home published soon. Only a hint, since they can look again.</summary>
    public void Refresh(SlackAccess access, string memberId)
    {
        var one = (access.WorkspaceId, memberId);
        if (waiting.TryAdd(one, true))
            asked.Writer.TryWrite(one);
    }

    /// <summary>The same, for whoever has looked at it before: what they did elsewhere may show there.</summary>
    public void RefreshShown(SlackAccess access, string memberId)
    {
        if (shown.ContainsKey((access.WorkspaceId, memberId)))
            Refresh(access, memberId);
    }

    /// <summary>Publishes what was asked for so far.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (asked.Reader.TryRead(out var one))
        {
            // Whatever happens from here on asks for another one.
            waiting.TryRemove(one, out _);
            try
            {
                if (await installations.FindAsync(one.WorkspaceId, cancellationToken) is { } access)
                    await PublishAsync(access, one.MemberId, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                NotPublished(error, one.WorkspaceId);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await asked.Reader.WaitToReadAsync(stoppingToken))
            await RunOnceAsync(stoppingToken);
    }

    private async Task PublishAsync(SlackAccess access, string memberId, CancellationToken cancellationToken)
    {
        var card = await unitOfWork.ReadAsync(
            access.WorkspaceId, memberId, services => services.GetRequiredService<HomePage>().ComposeAsync(cancellationToken));
        var pictures = await uploads.PicturesAsync(access, card, cancellationToken);
        try
        {
            await PublishAsync(access, memberId, card, pictures, cancellationToken);
            looks.TryRemove((access.WorkspaceId, memberId), out _);
        }
        catch (ChannelException) when (pictures.Any(id => id is not null))
        {
            // Slack has not looked the picture through: its words stand there until it has.
            await PublishAsync(access, memberId, card, [.. pictures.Select(_ => (string?)null)], cancellationToken);
            _ = AgainAsync(access, memberId, cancellationToken);
        }
    }

    private async Task PublishAsync(SlackAccess access, string memberId, Card card, IReadOnlyList<string?> pictures, CancellationToken cancellationToken)
    {
        var view = JsonSerializer.Serialize(SlackWriter.Home(card, pictures), SlackJson.Default.SlackView);
        var (key, appearance) = ((access.WorkspaceId, memberId), view.GetHashCode(StringComparison.Ordinal));
        if (shown.TryGetValue(key, out var before) && before == appearance)
            return;
        await slack.DoAsync(
            new("views.publish", access.WorkspaceId, access.Token, ("user_id", memberId), ("view", view)), SlackJson.Default.SlackAnswer, cancellationToken);
        if (shown.Count > Most)
            shown.Clear();
        shown[key] = appearance;
    }

    /// <summary>Asks for the home once more, in a while and a few times at most; whoever looks again asks as well.</summary>
    private async Task AgainAsync(SlackAccess access, string memberId, CancellationToken cancellationToken)
    {
        var key = (access.WorkspaceId, memberId);
        if (looks.AddOrUpdate(key, 1, (_, times) => times + 1) > Looks)
        {
            looks.TryRemove(key, out _);
            return;
        }

        await Task.Delay(Looking, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Refresh(access, memberId);
    }

    [LoggerMessage(LogLevel.Warning, "A home in workspace {WorkspaceId} could not be published; the next look at it tries again.")]
    private partial void NotPublished(Exception error, string workspaceId);
}
