using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;

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

    /// <summary>All workspaces that have a token.</summary>
    public async Task<IReadOnlyList<string>> InstalledAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<SlackInstallation>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.SealedToken != "").OrderBy(row => row.WorkspaceId).Select(row => row.WorkspaceId).ToListAsync(cancellationToken);
    }
}
