using System.Threading.Channels;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>Reads the directories that are to be read, one after the other, beside everything else.</summary>
internal sealed partial class SlackRosterWorker(SlackDirectory directory, ILogger<SlackRosterWorker> logger) : BackgroundService
{
    private readonly Channel<string> asked = Channel.CreateUnbounded<string>();

    /// <summary>Has a directory read soon. Only a hint: whether it was, the database tells.</summary>
    public void Ask(string workspaceId) => asked.Writer.TryWrite(workspaceId);

    /// <summary>Reads the directories that were asked for so far.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (asked.Reader.TryRead(out var workspaceId))
        {
            try
            {
                await directory.SyncAsync(workspaceId, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                NotRead(error, workspaceId);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await asked.Reader.WaitToReadAsync(stoppingToken))
            await RunOnceAsync(stoppingToken);
    }

    [LoggerMessage(LogLevel.Warning, "The directory of workspace {WorkspaceId} could not be read to the end; it goes on later.")]
    private partial void NotRead(Exception error, string workspaceId);
}
