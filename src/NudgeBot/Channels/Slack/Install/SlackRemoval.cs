using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Slack.Out;
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
        // Slack signed what it told; while it cannot be asked, that is believed.
        if (await WorksAsync(workspaceId, cancellationToken) != true)
            await EndAsync(workspaceId, cancellationToken);
    }

    /// <summary>Asks again about a workspace that a delivery took for removed: ends it there, or takes the mistake back before anything is erased.</summary>
    public async Task SettleAsync(string workspaceId, CancellationToken cancellationToken)
    {
        switch (await WorksAsync(workspaceId, cancellationToken))
        {
            case true:
                await work.RunAsync(workspaceId, "", async services => (await services.GetRequiredService<BotDb>().Set<Workspace>().SingleAsync(cancellationToken)).RemovedAt = null, cancellationToken);
                Mistaken(workspaceId);
                break;
            case false:
                await EndAsync(workspaceId, cancellationToken);
                break;
        }
    }

    private async Task EndAsync(string workspaceId, CancellationToken cancellationToken)
    {
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

    /// <summary>
    /// Whether the token works all the same: then the event speaks of an installation before this one, or of a token that was renewed.
    /// Null where there is no token to ask with, Slack cannot be asked, or it refuses for reasons that say nothing of being installed.
    /// </summary>
    private async Task<bool?> WorksAsync(string workspaceId, CancellationToken cancellationToken)
    {
        try
        {
            installations.Forget(workspaceId);
            if (await installations.FindAsync(workspaceId, cancellationToken) is not { } access)
                return null;
            var identity = await slack.CallAsync(new("auth.test", workspaceId, access.Token), SlackInstallJson.Default.SlackIdentity, cancellationToken);
            return identity.Ok ? true : SlackRefusals.Meaning(identity.Error) is Refusal.Removed ? false : null;
        }
        catch (Exception error) when (error is HttpRequestException or ChannelException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "NudgeBot was removed from workspace {WorkspaceId}; its tokens are gone, and nothing more is done for it.")]
    private partial void Removed(string workspaceId);

    [LoggerMessage(LogLevel.Warning, "Workspace {WorkspaceId} was taken for removed, but its token works; it is served again.")]
    private partial void Mistaken(string workspaceId);
}
