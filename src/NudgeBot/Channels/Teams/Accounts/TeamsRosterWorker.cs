using System.Threading.Channels;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Reads the rosters that are to be read, one after the other, beside everything else.</summary>
internal sealed partial class TeamsRosterWorker(TeamsRoster roster, ILogger<TeamsRosterWorker> logger) : BackgroundService
{
    private readonly Channel<(string WorkspaceId, string? UserId)> asked = Channel.CreateUnbounded<(string, string?)>();

    /// <summary>Has a tenant's rosters read soon.</summary>
    public void Ask(string workspaceId) => asked.Writer.TryWrite((workspaceId, null));

    /// <summary>Has it looked up soon whether somebody who was removed from a conversation is in any other.</summary>
    public void AskAbout(string workspaceId, string userId) => asked.Writer.TryWrite((workspaceId, userId));

    /// <summary>Reads what was asked for so far, each once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        HashSet<(string WorkspaceId, string? UserId)> all = [];
        while (asked.Reader.TryRead(out var one))
            all.Add(one);
        foreach (var (workspaceId, userId) in all)
        {
            try
            {
                await (userId is null ? roster.ReadAsync(workspaceId, cancellationToken) : roster.PartAsync(workspaceId, userId, cancellationToken));
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
