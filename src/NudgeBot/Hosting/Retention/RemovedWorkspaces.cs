using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Portability;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Hosting.Retention;

/// <summary>Erases the workspaces from which NudgeBot was removed, wholly, once the time is over in which they could have come back.</summary>
internal sealed partial class RemovedWorkspaces(
    IServiceScopeFactory scopes, UnitOfWork work, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RemovedWorkspaces> logger)
{
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        var removedBefore = clock.GetUtcNow().AddDays(-options.Value.RemovedWorkspaceDays);
        foreach (var workspaceId in await OverAsync(removedBefore, cancellationToken))
        {
            var erased = await work.RunAsync(workspaceId, "", async services =>
            {
                // It may have come back a moment ago.
                if (!await services.GetRequiredService<BotDb>().Set<Workspace>().AnyAsync(row => row.RemovedAt < removedBefore, cancellationToken))
                    return false;
                await services.GetRequiredService<Erasure>().OfWorkspaceAsync(cancellationToken);
                return true;
            }, cancellationToken);
            if (erased)
                Erased(workspaceId, options.Value.RemovedWorkspaceDays);
        }
    }

    private async Task<List<string>> OverAsync(DateTimeOffset removedBefore, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.RemovedAt < removedBefore).OrderBy(row => row.WorkspaceId).Select(row => row.WorkspaceId).ToListAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Everything of workspace {WorkspaceId} was erased, {Days} days after NudgeBot was removed from it.")]
    private partial void Erased(string workspaceId, int days);
}
