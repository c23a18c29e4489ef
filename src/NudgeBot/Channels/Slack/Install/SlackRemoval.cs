using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>
/// NudgeBot was removed from a workspace: it stops at once, and its tokens are gone. What members recorded stays for the time that
/// <c>Retention:RemovedWorkspaceDays</c> gives, so that whoever installs it again finds everything.
/// </summary>
internal sealed partial class SlackRemoval(
    SlackClient slack, SlackInstallations installations, UnitOfWork work, Leases leases, TimeProvider clock, ILogger<SlackRemoval> logger)
{
    /// <summary>
    /// Called for each of the two events by which Slack tells it, which come in any order, more than once, or so late that NudgeBot was
    /// installed again meanwhile.
    /// </summary>
    public async Task RunAsync(string workspaceId, CancellationToken cancellationToken)
    {
        if (await WorksAsync(workspaceId, cancellationToken))
            return;
        var removed = await work.RunAsync(workspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            if (await db.Set<SlackInstallation>().SingleOrDefaultAsync(cancellationToken) is { } row)
                (row.SealedToken, row.SealedRefreshToken, row.ExpiresAt, row.RenewingUntil) = ("", null, null, null);
            if (await db.Set<Workspace>().SingleOrDefaultAsync(cancellationToken) is not { RemovedAt: null } workspace)
                return false;
            workspace.RemovedAt = clock.GetUtcNow();
            return true;
        }, cancellationToken);
        installations.Forget(workspaceId);
        leases.Forget(workspaceId);
        if (removed)
            Removed(workspaceId);
    }

    /// <summary>Whether the token works all the same: then the event speaks of an installation before this one, or of a token that was renewed.</summary>
    private async Task<bool> WorksAsync(string workspaceId, CancellationToken cancellationToken)
    {
        try
        {
            installations.Forget(workspaceId);
            return await installations.FindAsync(workspaceId, cancellationToken) is { } access
                && (await slack.CallAsync(new("auth.test", workspaceId, access.Token), SlackInstallJson.Default.SlackIdentity, cancellationToken)).Ok;
        }
        catch (Exception error) when (error is HttpRequestException or ChannelException)
        {
            // Slack signed what it told; while it cannot be asked, that is believed.
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "NudgeBot was removed from workspace {WorkspaceId}; its tokens are gone, and nothing more is done for it.")]
    private partial void Removed(string workspaceId);
}
