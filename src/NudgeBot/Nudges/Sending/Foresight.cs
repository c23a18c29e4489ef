using NudgeBot.Commands;
using NudgeBot.Members;

namespace NudgeBot.Nudges.Sending;

/// <summary>Foresees a member's next nudge as things stand now, and changes nothing.</summary>
internal sealed class Foresight(Pacing pacing, FollowUps followUps, SnapshotLoader snapshots)
{
    public async Task<Foreseen> OfAsync(Turn turn, Member member, CancellationToken cancellationToken)
    {
        var pace = await pacing.PeekAsync(cancellationToken);
        var due = MemberHours.NextNudge(turn, member, pace);
        var on = due is { } instant ? MemberHours.ForFollowUps(turn, member).DateOf(instant) : turn.Today;
        var snapshot = await snapshots.LoadAsync(
            turn, member, on, isRegular: true, await followUps.ComingOnAsync(turn, member, on, cancellationToken), cancellationToken);
        return new(due, on, pace, snapshot, Planner.Plan(snapshot));
    }
}

/// <summary>The next nudge.</summary>
/// <param name="Due">When it comes; null when none does.</param>
/// <param name="On">The member's day of it; today when none comes, to show what one would say.</param>
/// <param name="Pace">How the member takes nudges.</param>
/// <param name="Snapshot">What is known then.</param>
/// <param name="Plan">Whom it is about.</param>
internal sealed record Foreseen(DateTimeOffset? Due, DateOnly On, Pace Pace, Snapshot Snapshot, Plan Plan);
