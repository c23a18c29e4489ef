using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// The one loop behind everything that happens without being asked: it claims workspaces in which something is due, runs what is
/// due and sends what is waiting. A loop around a step; tests call the step.
/// </summary>
internal sealed partial class DeliveryWorker(
    IServiceScopeFactory scopes, DueWorkspaces workspaces, DueRunner due, Sender sender, Leases leases, TimeProvider clock, WorkSignal signal, DeliveryMeter meter,
    IOptions<DeliveryOptions> options, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(10);

    /// <summary>How long a stop waits for the database to take the workspaces back.</summary>
    private static readonly TimeSpan Giving = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> ones = new();

    private readonly ConcurrentDictionary<string, Task> serving = new();

    /// <summary>Breaks off what is still at work when an orderly stop takes too long.</summary>
    private readonly CancellationTokenSource breakOff = new();

    private DateTimeOffset counted;

    /// <summary>When the worker last moved; null before its first pass.</summary>
    public DateTimeOffset? LastSeen { get; private set; }

    /// <summary>Works through every workspace in which something is due or waiting, and returns whether there was any.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        LastSeen = clock.GetUtcNow();
        var any = false;
        HashSet<string> done = [];
        while (await workspaces.TakeAsync(done, options.Value.Workspaces, cancellationToken) is { Count: > 0 } taken)
        {
            done.UnionWith(taken);
            any |= (await Task.WhenAll(taken.Select(workspaceId => TryWorkspaceAsync(workspaceId, cancellationToken)))).Contains(true);
        }

        await CountAsync(cancellationToken);
        return any;
    }

    /// <summary>Runs what is due in one workspace and sends what is waiting there, if no other process has it.</summary>
    public async Task<bool> RunWorkspaceAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var one = ones.GetOrAdd(workspaceId, _ => new(1, 1));
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

    /// <summary>Brings what is on its way to its end, as far as the host waits for it, and gives the workspaces back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        leases.BeginNothingMore();
        await using var tooLong = cancellationToken.Register(breakOff.Cancel);
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(Giving);
        try
        {
            await leases.ReleaseAsync(patience.Token);
        }
        catch (Exception error)
        {
            // They end by themselves; a stop does not wait for a database that has stopped as well.
            NotReleased(error);
        }
    }

    public override void Dispose()
    {
        foreach (var one in ones.Values)
            one.Dispose();
        breakOff.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ServeBusyAsync(stoppingToken);
                await CountAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                PassFailed(error);
            }

            await signal.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(serving.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Begins to serve workspaces in which something is due, as many as may be beside those at work. It waits for none of them.</summary>
    private async Task ServeBusyAsync(CancellationToken cancellationToken)
    {
        LastSeen = clock.GetUtcNow();
        var free = options.Value.Workspaces - serving.Count;
        if (free <= 0)
            return;
        var taken = await workspaces.TakeAsync([.. serving.Keys], free, cancellationToken);
        foreach (var workspaceId in taken)
            serving[workspaceId] = ServeAsync(workspaceId, othersMayWait: taken.Count == free);
    }

    private async Task ServeAsync(string workspaceId, bool othersMayWait)
    {
        // It stands among those that are served before it can have ended.
        await Task.Yield();
        var any = await TryWorkspaceAsync(workspaceId, breakOff.Token);
        var isFirst = workspaces.Served(workspaceId);
        serving.TryRemove(workspaceId, out _);
        // After a failure, or where nothing could be done for those that wait, the next look, within a second, is soon enough.
        if (any == true || (any is false && othersMayWait && isFirst))
            signal.Wake();
    }

    /// <summary>Serves a workspace for one pass, and returns whether there was anything; null when it failed, which keeps no other from it.</summary>
    private async Task<bool?> TryWorkspaceAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        try
        {
            return await RunWorkspaceAsync(workspaceId, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            WorkspaceFailed(error, workspaceId);
            return null;
        }
        finally
        {
            meter.Passed(clock.GetElapsedTime(start));
        }
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

    [LoggerMessage(LogLevel.Warning, "The workspaces could not be given back; others wait until their leases have ended.")]
    private partial void NotReleased(Exception error);

    [LoggerMessage(LogLevel.Error, "A pass of the delivery worker failed; the next one follows.")]
    private partial void PassFailed(Exception error);
}
