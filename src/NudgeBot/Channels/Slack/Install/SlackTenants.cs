using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Lists installations across workspaces: their ids, and nothing that is in them.</summary>
internal sealed class SlackTenants(IServiceScopeFactory scopes)
{
    /// <summary>The workspaces whose token ends before an instant, and that no process is renewing.</summary>
    public async Task<IReadOnlyList<string>> EndingAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<SlackInstallation>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.SealedRefreshToken != null && row.ExpiresAt < before && (row.RenewingUntil == null || row.RenewingUntil < now))
            .OrderBy(row => row.ExpiresAt).Select(row => row.WorkspaceId).ToListAsync(cancellationToken);
    }

    /// <summary>The workspaces that are known to have removed NudgeBot and still have a token here, as when a delivery found it out.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var left = db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.RemovedAt != null).Select(row => row.WorkspaceId);
        return await db.Set<SlackInstallation>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.SealedToken != "" && left.Contains(row.WorkspaceId)).Select(row => row.WorkspaceId).ToListAsync(cancellationToken);
    }

    /// <summary>All workspaces that have a token.</summary>
    public async Task<IReadOnlyList<string>> InstalledAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<SlackInstallation>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.SealedToken != "").OrderBy(row => row.WorkspaceId).Select(row => row.WorkspaceId).ToListAsync(cancellationToken);
    }
}
