using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>Sets and reads when things are due, within the transaction of the one who asks.</summary>
internal sealed class Schedules(BotDb db)
{
    /// <summary>Sets when the kind is due next for a member or channel, in place of what was set before; null takes it away.</summary>
    public async Task SetAsync(string kind, string memberId, string subject, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        var schedule = await FindAsync(kind, memberId, subject, cancellationToken);
        switch (schedule, dueAt)
        {
            case (null, { } due):
                db.Add(new Schedule { Kind = kind, MemberId = memberId, Subject = subject, DueAt = due.ToUniversalTime() });
                break;
            case ({ } old, { } due):
                (old.DueAt, old.Failures) = (due.ToUniversalTime(), 0);
                break;
            case ({ } old, null):
                db.Remove(old);
                break;
            default:
                break;
        }
    }

    /// <summary>When the kind is due next, or null.</summary>
    public async Task<DateTimeOffset?> DueAtAsync(string kind, string memberId, string subject, CancellationToken cancellationToken) =>
        (await FindAsync(kind, memberId, subject, cancellationToken))?.DueAt;

    private ValueTask<Schedule?> FindAsync(string kind, string memberId, string subject, CancellationToken cancellationToken) =>
        db.Set<Schedule>().FindAsync([db.WorkspaceId, kind, memberId, subject], cancellationToken);
}
