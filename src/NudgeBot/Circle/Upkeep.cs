using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle.Asks;
using NudgeBot.Circle.Mutual;
using NudgeBot.Circle.Reviews;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>Lets everything that hangs on the circle follow a change of it or of the member's settings. Done twice, it changes nothing more.</summary>
internal sealed class Upkeep(BotDb db, Schedules schedules, ChoiceLetters choices, AskAudience asks) : IMemberObserver
{
    /// <summary>After a change of the circle.</summary>
    public async Task FollowAsync(Turn turn, CancellationToken cancellationToken) =>
        await ChangedAsync(turn, (await db.FindAsync<Member>([db.WorkspaceId, db.MemberId], cancellationToken))!, cancellationToken);

    /// <summary>After a change of settings, consent or pause.</summary>
    public async Task ChangedAsync(Turn turn, Member member, CancellationToken cancellationToken)
    {
        // What follows asks for what has just been changed.
        await db.SaveChangesAsync(cancellationToken);
        await choices.FollowAsync(turn, member, cancellationToken);
        await asks.FollowAsync(turn, cancellationToken);
        if (!await db.Set<Associate>().AnyAsync(row => row.RestedOn == null, cancellationToken))
            return;
        var reviewAt = await schedules.DueAtAsync(ReviewOffer.Kind, turn.MemberId, "", cancellationToken);
        // One that is due already keeps its instant, or it would slip away from under the worker.
        if (reviewAt is null || reviewAt > turn.Now)
        {
            var planned = reviewAt is { } due ? ReviewPlan.DayOf(due, turn.Zone) : turn.Today.AddDays(ReviewPlan.Interval);
            await schedules.SetAsync(
                ReviewOffer.Kind, turn.MemberId, "", turn.On(ReviewPlan.Suitable(planned, member), member.NudgeTime), cancellationToken);
        }

        var revealAt = await schedules.DueAtAsync(Reveal.Kind, turn.MemberId, "", cancellationToken);
        if (revealAt is null || revealAt > turn.Now)
            await schedules.SetAsync(Reveal.Kind, turn.MemberId, "", turn.Local(RevealDay.After(turn.Now, member.NudgeTime, turn.Zone)), cancellationToken);
    }
}
