using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>Runs the schedules of one workspace that fell due, earliest first, each in its own transaction.</summary>
internal sealed partial class DueRunner(
    UnitOfWork unitOfWork, IServiceScopeFactory scopes, IEnumerable<ScheduledRoute> routes, Leases leases, Absences absences, WorkspaceTime time,
    ILogger<DueRunner> logger)
{
    /// <summary>How many are read at a time.</summary>
    private const int Batch = 20;

    /// <summary>How long a schedule waits that met a fault of the database, which is none of its own.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ScheduledRoute> handlers = routes.ToDictionary(route => route.Kind);

    /// <summary>Runs what is due and returns whether there was anything.</summary>
    public async Task<bool> RunAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var any = false;
        for (var more = true; more;)
        {
            var earliest = await EarliestAsync(workspaceId, cancellationToken);
            foreach (var due in earliest)
            {
                if (!await leases.HoldAsync(workspaceId, cancellationToken))
                    return any;
                await RunOneAsync(due, cancellationToken);
                any = true;
            }

            // What fell due meanwhile is seen by the next pass.
            more = earliest.Count == Batch;
        }

        return any;
    }

    private async Task<List<Schedule>> EarliestAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now(workspaceId);
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.DueAt <= now)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Kind).ThenBy(row => row.MemberId).Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private async Task RunOneAsync(Schedule due, CancellationToken cancellationToken)
    {
        try
        {
            // Before the transaction, which holds up others: a platform takes its time.
            var absence = handlers.GetValueOrDefault(due.Kind)?.MindsAbsence == true ? await absences.OfAsync(due.WorkspaceId, due.MemberId, cancellationToken) : default;
            await unitOfWork.RunAsync(due.WorkspaceId, due.MemberId, services => RunOneAsync(services, due, absence, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(error, due.WorkspaceId, due.Kind);
            await PutOffAsync(due, StorageFault.IsTheDatabases(error), cancellationToken);
        }
    }

    private async Task<bool> RunOneAsync(IServiceProvider services, Schedule due, Absence absence, CancellationToken cancellationToken)
    {
        var schedules = services.GetRequiredService<Schedules>();
        // Since it was looked up, the member may have changed or ended it, and another process may have run it.
        if (await schedules.FindAsync(due.Kind, due.MemberId, due.Subject, cancellationToken) is not { } present || present.DueAt != due.DueAt)
            return false;
        var cause = new Cause(due);
        services.GetRequiredService<Outbox>().Follow(cause);
        var now = time.Now(due.WorkspaceId);
        var handler = (IScheduled)services.GetRequiredService(
            handlers.GetValueOrDefault(due.Kind)?.Handler ?? throw new UnreachableException($"No handler for schedules of kind {due.Kind}."));
        var next = await handler.RunAsync(new Due(due.WorkspaceId, due.MemberId, due.Subject, due.DueAt, now, absence), cancellationToken);
        if (next?.At <= now)
            throw new InvalidOperationException($"The schedule of kind {due.Kind} would fall due again at once.");
        if (next is { Zone: null } later && !cause.HasMessages)
        {
            present.PutOff(later.At);
            present.Failures = 0;
        }
        else
        {
            await schedules.SetAsync(due.Kind, due.MemberId, due.Subject, next, cancellationToken);
        }

        return true;
    }

    /// <summary>
    /// A schedule that fails is tried again later and later, up to a day, and holds up nobody else. Where it was the database that failed, it
    /// is tried again soon.
    /// </summary>
    private async Task PutOffAsync(Schedule due, bool isDatabase, CancellationToken cancellationToken) =>
        await unitOfWork.RunAsync(due.WorkspaceId, due.MemberId, async services =>
        {
            var present = await services.GetRequiredService<Schedules>().FindAsync(due.Kind, due.MemberId, due.Subject, cancellationToken);
            if (present is null || present.DueAt != due.DueAt)
                return false;
            present.PutOff(time.Now(due.WorkspaceId) + (isDatabase ? Soon : TimeSpan.FromHours(Math.Min(24, Math.Pow(2, due.Failures)))));
            present.Failures += isDatabase ? 0 : 1;
            return true;
        }, cancellationToken);

    [LoggerMessage(LogLevel.Error, "A schedule of kind {Kind} in workspace {WorkspaceId} failed and will be tried again later.")]
    private partial void Failed(Exception error, string workspaceId, string kind);
}
