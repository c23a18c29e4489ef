using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>Sets and reads when things are due, within the transaction of the one who asks.</summary>
internal sealed class Schedules(BotDb db)
{
    /// <summary>Sets when the kind is due next for a member or channel, in place of what was set before; null takes it away.</summary>
    public async Task SetAsync(string kind, string memberId, string subject, DueTime? due, CancellationToken cancellationToken)
    {
        var schedule = await FindAsync(kind, memberId, subject, cancellationToken);
        if (due is not { } next)
        {
            if (schedule is not null)
                db.Remove(schedule);
            return;
        }

        if (schedule is null)
        {
            schedule = new Schedule { Kind = kind, MemberId = memberId, Subject = subject, DueAt = next.At };
            db.Add(schedule);
        }

        schedule.Set(next);
    }

    /// <summary>Has what is due to a member at times of day fall due at the same times in another zone. What is due already stays so.</summary>
    public async Task MoveAsync(string memberId, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var elsewhere = await db.Set<Schedule>().Where(row => row.MemberId == memberId && row.TimeZone != null && row.TimeZone != zone.Id && row.DueAt > now)
            .ToListAsync(cancellationToken);
        foreach (var schedule in elsewhere)
            schedule.Set(new(schedule.LocalDueAt(zone), zone));
    }

    /// <summary>When the kind is due next, or null.</summary>
    public async Task<DateTimeOffset?> DueAtAsync(string kind, string memberId, string subject, CancellationToken cancellationToken) =>
        (await FindAsync(kind, memberId, subject, cancellationToken))?.DueAt;

    /// <summary>The schedule itself; null where the kind is not due.</summary>
    public ValueTask<Schedule?> FindAsync(string kind, string memberId, string subject, CancellationToken cancellationToken) =>
        db.Set<Schedule>().FindAsync([db.WorkspaceId, kind, memberId, subject], cancellationToken);
}
