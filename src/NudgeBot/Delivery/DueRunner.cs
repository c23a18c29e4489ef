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
    private readonly Dictionary<string, ScheduledRoute> handlers = routes.ToDictionary(route => route.Kind);

    /// <summary>Runs what is due and returns whether there was anything.</summary>
    public async Task<bool> RunAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var any = false;
        while (await leases.HoldAsync(workspaceId, cancellationToken) && await EarliestAsync(workspaceId, cancellationToken) is { } due)
        {
            any = true;
            try
            {
                // Before the transaction, which holds up others: a platform takes its time.
                var absence = handlers.GetValueOrDefault(due.Kind)?.MindsAbsence == true ? await absences.OfAsync(workspaceId, due.MemberId, cancellationToken) : default;
                await unitOfWork.RunAsync(workspaceId, due.MemberId, services => RunOneAsync(services, due, absence, cancellationToken), cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(error, workspaceId, due.Kind);
                await PutOffAsync(due, cancellationToken);
            }
        }

        return any;
    }

    private async Task<Schedule?> EarliestAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now(workspaceId);
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]).AsNoTracking()
            .Where(row => row.WorkspaceId == workspaceId && row.DueAt <= now)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Kind).ThenBy(row => row.MemberId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<bool> RunOneAsync(IServiceProvider services, Schedule due, Absence absence, CancellationToken cancellationToken)
    {
        var schedules = services.GetRequiredService<Schedules>();
        // Since it was looked up, the member may have changed or ended it, and another process may have run it.
        if (await schedules.DueAtAsync(due.Kind, due.MemberId, due.Subject, cancellationToken) != due.DueAt)
            return false;
        var now = time.Now(due.WorkspaceId);
        var handler = (IScheduled)services.GetRequiredService(
            handlers.GetValueOrDefault(due.Kind)?.Handler ?? throw new UnreachableException($"No handler for schedules of kind {due.Kind}."));
        var next = await handler.RunAsync(new Due(due.WorkspaceId, due.MemberId, due.Subject, due.DueAt, now, absence), cancellationToken);
        if (next <= now)
            throw new InvalidOperationException($"The schedule of kind {due.Kind} would fall due again at once.");
        await schedules.SetAsync(due.Kind, due.MemberId, due.Subject, next, cancellationToken);
        return true;
    }

    /// <summary>A schedule that fails is tried again later and later, up to a day, and holds up nobody else.</summary>
    private async Task PutOffAsync(Schedule due, CancellationToken cancellationToken) =>
        await unitOfWork.RunAsync(due.WorkspaceId, due.MemberId, async services =>
        {
            var wait = TimeSpan.FromHours(Math.Min(24, Math.Pow(2, due.Failures)));
            var later = time.Now(due.WorkspaceId) + wait;
            return await services.GetRequiredService<BotDb>().Set<Schedule>()
                .Where(row => row.Kind == due.Kind && row.MemberId == due.MemberId && row.Subject == due.Subject && row.DueAt == due.DueAt)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.DueAt, later).SetProperty(row => row.Failures, row => row.Failures + 1),
                    cancellationToken);
        }, cancellationToken);

    [LoggerMessage(LogLevel.Error, "A schedule of kind {Kind} in workspace {WorkspaceId} failed and will be tried again later.")]
    private partial void Failed(Exception error, string workspaceId, string kind);
}
