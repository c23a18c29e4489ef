using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>What happens when a <see cref="Schedule"/> of one kind falls due. Runs in a transaction that belongs to the schedule's member.</summary>
internal interface IScheduled
{
    /// <summary>The kind that it handles.</summary>
    static abstract string Kind { get; }

    /// <summary>Whether the platform is asked first if the member is away, before the transaction begins.</summary>
    static virtual bool MindsAbsence => false;

    /// <summary>
    /// Does what is due, writing any message to the <see cref="Outbox"/>, and returns when it is due again, or null when it is not.
    /// Being run twice for the same instant must do no harm.
    /// </summary>
    Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken);
}

/// <summary>A schedule that fell due.</summary>
/// <param name="WorkspaceId">The tenant.</param>
/// <param name="MemberId">Whose it is; empty for a channel's.</param>
/// <param name="Subject">What in particular, such as a channel's id.</param>
/// <param name="DueAt">When it was due, UTC.</param>
/// <param name="Now">The workspace's present instant, UTC; later than <paramref name="DueAt"/> after a downtime.</param>
/// <param name="Absence">What the platform shows of the member, for kinds that mind it.</param>
internal sealed record Due(string WorkspaceId, string MemberId, string Subject, DateTimeOffset DueAt, DateTimeOffset Now, Absence Absence = default);

/// <summary>Which type handles which kind of schedule, and whether it minds that the member is away.</summary>
internal sealed record ScheduledRoute(string Kind, Type Handler, bool MindsAbsence);
