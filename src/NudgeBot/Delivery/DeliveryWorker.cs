using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>
/// The one loop behind everything that happens without being asked: it claims workspaces in which something is due, runs what is
/// due and sends what is waiting. A loop around a step; tests call the step.
/// </summary>
internal sealed partial class DeliveryWorker(
    IServiceScopeFactory scopes, DueRunner due, Sender sender, Leases leases, WorkspaceTime time, TimeProvider clock, WorkSignal signal,
    DeliveryMeter meter, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);

    private DateTimeOffset counted;

    /// <summary>When the worker last moved; null before its first pass.</summary>
    public DateTimeOffset? LastSeen { get; private set; }

    /// <summary>Works through every workspace in which something is due or waiting, and returns whether there was any.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        LastSeen = clock.GetUtcNow();
        var any = false;
        foreach (var workspaceId in await BusyWorkspacesAsync(cancellationToken))
        {
            try
            {
                any |= await RunWorkspaceAsync(workspaceId, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // One workspace that cannot be served must not keep the others from it.
                WorkspaceFailed(error, workspaceId);
            }

            LastSeen = clock.GetUtcNow();
        }

        await CountAsync(cancellationToken);
        meter.Passed(clock.GetElapsedTime(start));
        return any;
    }

    /// <summary>Runs what is due in one workspace and sends what is waiting there, if no other process has it.</summary>
    public async Task<bool> RunWorkspaceAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!await leases.HoldAsync(workspaceId, cancellationToken))
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
        var scheduled = await db.Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.WorkspaceId == workspaceId)
            .OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancellationToken);
        var waiting = await db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.WorkspaceId == workspaceId && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending))
            .OrderBy(row => row.NotBefore).Select(row => (DateTimeOffset?)row.NotBefore).FirstOrDefaultAsync(cancellationToken);
        return scheduled is null || waiting < scheduled ? waiting : scheduled;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await leases.ReleaseAsync(cancellationToken);
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
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
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
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
        var busy = await db.Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.DueAt <= now).Select(row => row.WorkspaceId)
            .Union(db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter])
                .Where(row => row.NotBefore <= now && (row.State == DeliveryState.Pending || row.State == DeliveryState.Sending))
                .Select(row => row.WorkspaceId))
            .ToListAsync(cancellationToken);
        if (busy.Count > 0)
        {
            var removed = await db.Set<Workspace>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.RemovedAt != null && busy.Contains(row.WorkspaceId))
                .Select(row => row.WorkspaceId).ToListAsync(cancellationToken);
            busy = [.. busy.Except(removed)];
        }

        // A shifted clock decides for itself what is due; RunWorkspaceAsync asks with that workspace's own time.
        return [.. busy.Union(time.Shifted)];
    }

    /// <summary>Tells the measurements how much is waiting, now and then.</summary>
    private async Task CountAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - counted < BetweenCounts)
            return;
        counted = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        meter.Saw(await scope.ServiceProvider.GetRequiredService<BacklogReader>().ReadAsync(TimeSpan.Zero, cancellationToken));
    }

    [LoggerMessage(LogLevel.Error, "Workspace {WorkspaceId} could not be served; it is tried again with the next pass.")]
    private partial void WorkspaceFailed(Exception error, string workspaceId);

    [LoggerMessage(LogLevel.Error, "A pass of the delivery worker failed; the next one follows.")]
    private partial void PassFailed(Exception error);
}
