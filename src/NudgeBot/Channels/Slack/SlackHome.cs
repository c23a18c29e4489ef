using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Home;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack;

/// <summary>
/// Publishes members' Home tabs when they look at them or did something there. Slack tells of every look, so that one that would change
/// nothing is not published again.
/// </summary>
internal sealed partial class SlackHome(
    SlackClient slack, SlackInstallations installations, SlackUploads uploads, UnitOfWork unitOfWork, ILogger<SlackHome> logger) : BackgroundService
{
    /// <summary>The most homes of which it is remembered what they show.</summary>
    private const int Most = 10_000;

    private readonly Channel<(string WorkspaceId, string MemberId)> asked = Channel.CreateUnbounded<(string, string)>();
    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), bool> waiting = new();
    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), int> shown = new();

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
        var view = JsonSerializer.Serialize(SlackWriter.Home(card, pictures), SlackJson.Default.SlackView);
        var (key, looks) = ((access.WorkspaceId, memberId), view.GetHashCode(StringComparison.Ordinal));
        if (shown.TryGetValue(key, out var before) && before == looks)
            return;
        await slack.DoAsync(
            new("views.publish", access.WorkspaceId, access.Token, ("user_id", memberId), ("view", view)), SlackJson.Default.SlackAnswer, cancellationToken);
        if (shown.Count > Most)
            shown.Clear();
        shown[key] = looks;
    }

    [LoggerMessage(LogLevel.Warning, "A home in workspace {WorkspaceId} could not be published; the next look at it tries again.")]
    private partial void NotPublished(Exception error, string workspaceId);
}
