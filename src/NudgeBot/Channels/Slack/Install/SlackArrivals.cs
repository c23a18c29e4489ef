using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Takes workspaces in: new ones, those whose token changed, and those that come back with everything they had.</summary>
internal sealed partial class SlackArrivals(
    UnitOfWork work, SlackInstallations installations, Leases leases, TimeProvider clock, ILogger<SlackArrivals> logger)
{
    public async Task KeepAsync(SlackArrival arrival, CancellationToken cancellationToken)
    {
        var token = installations.Seal(arrival.WorkspaceId, arrival.Token);
        var refresh = arrival.RefreshToken is { } renewing ? installations.Seal(arrival.WorkspaceId, renewing) : null;
        var isBack = await work.RunAsync(arrival.WorkspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var workspace = await db.Set<Workspace>().SingleOrDefaultAsync(cancellationToken);
            var wasRemoved = workspace?.RemovedAt is not null;
            if (workspace is null)
                db.Add(workspace = new Workspace { Channel = SlackServices.ChannelName, Name = arrival.Name, InstalledAt = clock.GetUtcNow() });
            (workspace.Name, workspace.RemovedAt) = (arrival.Name, null);

            if (await db.Set<SlackInstallation>().SingleOrDefaultAsync(cancellationToken) is not { } row)
                db.Add(row = new SlackInstallation { AppId = "", BotUserId = "", SealedToken = "", Scopes = "" });
            (row.EnterpriseId, row.IsEnterprise) = (arrival.EnterpriseId, arrival.IsEnterprise);
            (row.BotUserId, row.BotId) = (arrival.BotUserId, arrival.BotId);
            (row.SealedToken, row.SealedRefreshToken, row.ExpiresAt, row.RenewingUntil) = (token, refresh, arrival.ExpiresAt, null);
            row.Scopes = arrival.Scopes;
            row.AppId = arrival.AppId.Length > 0 ? arrival.AppId : row.AppId;
            row.InstalledBy = arrival.InstalledBy ?? row.InstalledBy;
            if (await services.GetRequiredService<Schedules>().DueAtAsync(SlackRosterDue.Kind, "", "", cancellationToken) is null)
                await services.GetRequiredService<Schedules>().SetAsync(SlackRosterDue.Kind, "", "", clock.GetUtcNow(), cancellationToken);
            return wasRemoved;
        }, cancellationToken);
        installations.Forget(arrival.WorkspaceId);
        leases.Forget(arrival.WorkspaceId);
        Kept(arrival.WorkspaceId, isBack);
    }

    [LoggerMessage(LogLevel.Information, "NudgeBot is installed in workspace {WorkspaceId}; it had been removed: {IsBack}.")]
    private partial void Kept(string workspaceId, bool isBack);
}
