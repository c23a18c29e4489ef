using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// Lets one process at a time serve a workspace, so that nothing is done twice and the platform's limits hold. A process that stopped
/// answering loses its workspaces when the lease ends; one that works for long renews it on the way.
/// </summary>
internal sealed class Leases(UnitOfWork unitOfWork, IWorkspaceClaim claim, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private readonly TimeSpan length = TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    private readonly ConcurrentDictionary<string, DateTimeOffset> held = new();

    private volatile bool isEnding;

    /// <summary>This process: containers often share a name and a number.</summary>
    public string Holder { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    /// <summary>
    /// Whether a workspace is ours for as long as a platform may take to answer. To be asked at the last moment: whoever was suspended since
    /// it took the lease must not send what another process may have sent meanwhile.
    /// </summary>
    public bool Has(string workspaceId) => Left(workspaceId, clock.GetUtcNow()) > length / 3;

    /// <summary>Takes or keeps workspaces, as many as asked for, those that stand first before others; returns those that this process has now.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(IReadOnlyList<string> workspaceIds, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<string> ours = [.. workspaceIds.Where(id => IsFresh(id, now)).Take(most)];
        List<string> wanted = [.. workspaceIds.Except(ours)];
        if (isEnding || wanted.Count == 0 || ours.Count == most)
            return isEnding ? [] : ours;
        foreach (var taken in await claim.TakeAsync(wanted, most - ours.Count, new(Holder, now, now + length), cancellationToken))
        {
            held[taken] = now + length;
            ours.Add(taken);
        }

        return ours;
    }

    /// <summary>Takes or keeps a workspace. Returns false once no more is to be begun, while another process has it, and when NudgeBot was removed from it.</summary>
    public async Task<bool> HoldAsync(string workspaceId, CancellationToken cancellationToken)
    {
        if (await TakeAsync([workspaceId], 1, cancellationToken) is [_])
            return true;
        held.TryRemove(workspaceId, out _);
        return false;
    }

    /// <summary>Those of the workspaces in which this process has nothing to do: another one serves them, or NudgeBot was removed.</summary>
    public IQueryable<Workspace> NotOurs(IQueryable<Workspace> workspaces)
    {
        var now = clock.GetUtcNow();
        var latest = now + Lease.Longest;
        return workspaces.Where(
            row => row.RemovedAt != null || (row.LeaseHolder != null && row.LeaseHolder != Holder && row.LeaseUntil >= now && row.LeaseUntil <= latest));
    }

    /// <summary>Makes sure that the next look at a workspace asks the database, as when it was removed a moment ago.</summary>
    public void Forget(string workspaceId) => held.TryRemove(workspaceId, out _);

    /// <summary>At an orderly stop: what is at work is brought to its end, and nothing more is begun.</summary>
    public void BeginNothingMore() => isEnding = true;

    /// <summary>Lets go of everything at an orderly stop, so that another process need not wait.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        held.Clear();
        await EndAsync(row => row.LeaseHolder == Holder, cancellationToken);
    }

    /// <summary>Ends the leases of processes that are known to be dead, so that nobody waits for them.</summary>
    public Task EndAllAsync(CancellationToken cancellationToken) => EndAsync(row => row.LeaseHolder != null, cancellationToken);

    /// <summary>Whether a workspace is held for so long still that the database need not be asked.</summary>
    private bool IsFresh(string workspaceId, DateTimeOffset now) => Left(workspaceId, now) > length / 2;

    /// <summary>For how long a workspace is held still; not at all where the clock was set back since it was taken, and others may think otherwise.</summary>
    private TimeSpan Left(string workspaceId, DateTimeOffset now) =>
        held.TryGetValue(workspaceId, out var until) && until - now <= length ? until - now : TimeSpan.Zero;

    private Task<int> EndAsync(Expression<Func<Workspace, bool>> which, CancellationToken cancellationToken) => unitOfWork.MarkAsync(
        db => db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(which).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseHolder, (string?)null).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), cancellationToken),
        cancellationToken);
}
