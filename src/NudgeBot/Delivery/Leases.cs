using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// Lets one process at a time serve a workspace, so that nothing is done twice and the platform's limits hold. A process that stopped
/// answering loses its workspaces when the lease ends; one that works for long renews it on the way.
/// </summary>
internal sealed class Leases(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long a process that stopped answering keeps its workspaces from the others, by the machine's clock.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly string holder = $"{Environment.MachineName}/{Environment.ProcessId}";

    private readonly ConcurrentDictionary<string, DateTimeOffset> held = new();

    /// <summary>Takes or keeps a workspace. Returns false while another process has it, and when NudgeBot was removed from it.</summary>
    public async Task<bool> HoldAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (held.TryGetValue(workspaceId, out var until) && until - now > Length / 2)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.WorkspaceId == workspaceId && row.RemovedAt == null && (row.LeaseHolder == holder || row.LeaseUntil == null || row.LeaseUntil < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseHolder, holder).SetProperty(row => row.LeaseUntil, now + Length), cancellationToken);
        if (taken == 1)
            held[workspaceId] = now + Length;
        else
            held.TryRemove(workspaceId, out _);
        return taken == 1;
    }

    /// <summary>Makes sure that the next look at a workspace asks the database, as when it was removed a moment ago.</summary>
    public void Forget(string workspaceId) => held.TryRemove(workspaceId, out _);

    /// <summary>Lets go of everything at an orderly stop, so that another process need not wait.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        held.Clear();
        await EndAsync(row => row.LeaseHolder == holder, cancellationToken);
    }

    /// <summary>Ends the leases of processes that are known to be dead, so that nobody waits for them.</summary>
    public Task EndAllAsync(CancellationToken cancellationToken) => EndAsync(row => row.LeaseHolder != null, cancellationToken);

    private async Task EndAsync(Expression<Func<Workspace, bool>> which, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(which)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseHolder, (string?)null).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
    }
}
