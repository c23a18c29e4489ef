using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// Lets what is due at a time of day follow its zone when the machine's zone data has changed: half past nine stays half past nine. At the
/// start and every day; a loop around a step.
/// </summary>
internal sealed partial class ZoneChanges(IServiceScopeFactory scopes, UnitOfWork unitOfWork, TimeProvider clock, ILogger<ZoneChanges> logger)
    : BackgroundService
{
    private const int Batch = 500;

    /// <summary>Sets anew what was reckoned with other rules than hold now, and returns how much of it falls due at another instant.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var used in await UsedAsync(cancellationToken))
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(used.Zone, out var zone))
                Unknown(used.Zone);
            else if (ZoneRules.Of(zone) != used.Rules)
                moved += await FollowAsync(used.Zone, zone, used.Rules, cancellationToken);
        }

        return moved;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(error);
            }
        }
        while (await NextAsync(daily, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer daily, CancellationToken cancellationToken)
    {
        var next = await daily.WaitForNextTickAsync(cancellationToken);
        // The machine's data may have been updated meanwhile.
        TimeZoneInfo.ClearCachedData();
        return next;
    }

    /// <summary>The zones that schedules are reckoned in, each with the rules that it was done with.</summary>
    private async Task<IReadOnlyList<(string Zone, string Rules)>> UsedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await All(scope.ServiceProvider.GetRequiredService<BotDb>()).Where(row => row.TimeZone != null)
            .Select(row => new { row.TimeZone, row.ZoneRules }).Distinct().ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.TimeZone!, row.ZoneRules!))];
    }

    private async Task<int> FollowAsync(string name, TimeZoneInfo zone, string rules, CancellationToken cancellationToken)
    {
        var (moved, batch) = (0, 0);
        do
        {
            (batch, var changed) = await FollowSomeAsync(name, zone, rules, cancellationToken);
            moved += changed;
        }
        while (batch == Batch);
        if (moved > 0)
            Followed(name, moved);
        return moved;
    }

    private async Task<(int Batch, int Moved)> FollowSomeAsync(string name, TimeZoneInfo zone, string rules, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await All(scope.ServiceProvider.GetRequiredService<BotDb>()).AsNoTracking()
            .Where(row => row.TimeZone == name && row.ZoneRules == rules).Take(Batch).ToListAsync(cancellationToken);
        var now = ZoneRules.Of(zone);
        await unitOfWork.MarkAsync(async db =>
        {
            foreach (var row in rows)
            {
                var dueAt = row.LocalDueAt(zone);
                // One that its member or its handler set anew meanwhile was reckoned with what holds now.
                await All(db).Where(it => it.WorkspaceId == row.WorkspaceId && it.Kind == row.Kind && it.MemberId == row.MemberId && it.Subject == row.Subject
                    && it.DueAt == row.DueAt && it.ZoneRules == rules)
                    .ExecuteUpdateAsync(set => set.SetProperty(it => it.DueAt, dueAt).SetProperty(it => it.ZoneRules, now), cancellationToken);
            }

            return rows.Count;
        }, cancellationToken);
        return (rows.Count, rows.Count(row => row.LocalDueAt(zone) != row.DueAt));
    }

    private static IQueryable<Schedule> All(BotDb db) => db.Set<Schedule>().IgnoreQueryFilters([BotDb.OwnerFilter]);

    [LoggerMessage(LogLevel.Information, "The rules of the zone {Zone} have changed: {Count} schedules fall due at another instant.")]
    private partial void Followed(string zone, int count);

    [LoggerMessage(LogLevel.Warning, "This machine does not know the zone {Zone} any more; what is due in it keeps its instants.")]
    private partial void Unknown(string zone);

    [LoggerMessage(LogLevel.Error, "It could not be looked whether zones have changed; it is tried again tomorrow.")]
    private partial void Failed(Exception error);
}
