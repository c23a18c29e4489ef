using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Lets nudges become rarer while they are left unanswered, and brings them back with any answer.</summary>
internal sealed class Pacing(BotDb db, Schedules schedules)
{
    /// <summary>The member's pace, made when there is none yet.</summary>
    public async Task<Pace> ReadAsync(CancellationToken cancellationToken)
    {
        if (await db.FindAsync<Pace>([db.WorkspaceId, db.MemberId], cancellationToken) is { } there)
            return there;
        var pace = new Pace();
        db.Add(pace);
        return pace;
    }

    /// <summary>The member's pace, without making one.</summary>
    public async Task<Pace> PeekAsync(CancellationToken cancellationToken) =>
        await db.FindAsync<Pace>([db.WorkspaceId, db.MemberId], cancellationToken) ?? new Pace();

    /// <summary>The member answered: what was left unanswered before counts no more.</summary>
    public async Task AnsweredAsync(Turn turn, CancellationToken cancellationToken)
    {
        var pace = await ReadAsync(cancellationToken);
        var restored = BackOff.Pace(pace.Ignored, NudgePace.Weekly) != NudgePace.Weekly;
        pace.Ignored = 0;
        if (restored)
            await RescheduleAsync(turn, await db.Set<Member>().SingleAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Sets anew when the next nudge is due.</summary>
    public async Task RescheduleAsync(Turn turn, Member member, CancellationToken cancellationToken) =>
        await schedules.SetAsync(NudgeDue.Kind, turn.MemberId, "", turn.Local(MemberHours.NextNudge(turn, member, await ReadAsync(cancellationToken))), cancellationToken);
}
