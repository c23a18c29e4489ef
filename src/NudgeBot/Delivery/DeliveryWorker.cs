using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// The one loop behind everything that happens without being asked: it claims workspaces in which something is due, runs what is
/// due and sends what is waiting. A loop around a step; tests call the step.
/// </summary>
internal sealed partial class DeliveryWorker(
    IServiceScopeFactory scopes, DueRunner due, Sender sender, WorkspaceTime time, TimeProvider clock, WorkSignal signal, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    /// <summary>How long a process that stopped answering keeps its workspaces from the others.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly string holder = $"{Environment.MachineName}/{Environment.ProcessId}";

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Works through every workspace in which something is due or waiting, and returns whether there was any.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var workspaceId in await BusyWorkspacesAsync(cancellationToken))
            any |= await RunWorkspaceAsync(workspaceId, cancellationToken);
        return any;
    }

    /// <summary>Runs what is due in one workspace and sends what is waiting there, if no other process has it.</summary>
    public async Task<bool> RunWorkspaceAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!await ClaimAsync(workspaceId, cancellationToken))
                return false;
            var ran = await due.RunAsync(workspaceId, cancellationToken);
            return await sender.RunAsync(workspaceId, cancellationToken) || ran;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>When something falls due or may be sent next in a workspace; null when nothing is foreseen.</summary>
    public async Task<DateTimeOffset?> NextAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var scheduled = await db.Set<Schedule>().IgnoreQueryFilters().Where(row => row.WorkspaceId == workspaceId)
            .OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancellationToken);
        var waiting = await db.Set<Outgoing>().IgnoreQueryFilters()
            .Where(row => row.WorkspaceId == workspaceId && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending))
            .OrderBy(row => row.NotBefore).Select(row => (DateTimeOffset?)row.NotBefore).FirstOrDefaultAsync(cancellationToken);
        return scheduled is null || waiting < scheduled ? waiting : scheduled;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunOnceAsync(stoppingToken))
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                PassFailed(error);
            }

            await signal.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<string>> BusyWorkspacesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = clock.GetUtcNow();
        var busy = await db.Set<Schedule>().IgnoreQueryFilters().Where(row => row.DueAt <= now).Select(row => row.WorkspaceId)
            .Union(db.Set<Outgoing>().IgnoreQueryFilters()
                .Where(row => row.NotBefore <= now && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending))
                .Select(row => row.WorkspaceId))
            .ToListAsync(cancellationToken);
        // A shifted clock decides for itself what is due; RunWorkspaceAsync asks with that workspace's own time.
        return [.. busy.Union(time.Shifted)];
    }

    private async Task<bool> ClaimAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var claimed = await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Workspace>().IgnoreQueryFilters()
            .Where(row => row.WorkspaceId == workspaceId && (row.LeaseHolder == holder || row.LeaseUntil == null || row.LeaseUntil < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LeaseHolder, holder).SetProperty(row => row.LeaseUntil, now + Lease), cancellationToken);
        return claimed == 1;
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "A pass of the delivery worker failed; the next one follows.")]
    private partial void PassFailed(Exception error);
}
