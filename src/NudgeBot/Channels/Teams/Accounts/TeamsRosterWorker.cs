using System.Threading.Channels;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Reads the rosters that are to be read, one after the other, beside everything else.</summary>
internal sealed partial class TeamsRosterWorker(TeamsRoster roster, ILogger<TeamsRosterWorker> logger) : BackgroundService
{
    private readonly Channel<string> asked = Channel.CreateUnbounded<string>();

    /// <summary>Has a tenant's rosters read soon.</summary>
    public void Ask(string workspaceId) => asked.Writer.TryWrite(workspaceId);

    /// <summary>Reads what was asked for so far.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (asked.Reader.TryRead(out var workspaceId))
        {
            try
            {
                await roster.ReadAsync(workspaceId, cancellationToken);
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

    [LoggerMessage(LogLevel.Warning, "Who is in NudgeBot's conversations in tenant {WorkspaceId} could not be read; tomorrow it is tried again.")]
    private partial void NotRead(Exception error, string workspaceId);
}
