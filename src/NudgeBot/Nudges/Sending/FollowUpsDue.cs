using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Delivery;
using NudgeBot.Members;

namespace NudgeBot.Nudges.Sending;

/// <summary>Follow-ups come back on their day, without consent to nudges too: the member asked for each of them. Not after they said no.</summary>
internal sealed class FollowUpsDue(
    Turns turns, FollowUps followUps, Pacing pacing, SnapshotLoader snapshots, NudgeDrafts drafts, NudgePost post, Schedules schedules, IStringLocalizer<SendingText> text) : IScheduled
{
    public static string Kind => "followup";

    public static bool MindsAbsence => true;

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, member) || member.Consent == Consent.Off)
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var waiting = MemberHours.AreOpen(turn, member, due) ? await followUps.DueAsync(turn, member, cancellationToken) : [];
        if (waiting.Count == 0)
            return turn.Local(await followUps.NextAsync(turn, member, cancellationToken));
        if (MemberHours.Again(turn, member, due) is { } again)
            return again;

        var picked = waiting.Any(it => it.At is not null);
        if (!picked && await schedules.DueAtAsync(NudgeDue.Kind, turn.MemberId, "", cancellationToken) <= turn.Now)
        {
            // The nudge of the same moment takes them along, and sets this schedule anew. If it cannot, they come by themselves.
            return turn.Now.AddMinutes(1);
        }

        if (!picked && await post.WroteTodayAsync(turn, cancellationToken))
            return turn.Local(MemberHours.NextOn(turn, member, turn.Today.AddDays(1)));
        var plan = Planner.Plan(await snapshots.LoadAsync(turn, member, turn.Today, isRegular: false, waiting, cancellationToken));
        await post.WriteAsync(turn, picked ? NudgePost.Reminder : Kind, text["followup.heading"], drafts.Of(plan, (await pacing.PeekAsync(cancellationToken)).Nudges, turn.Today), cancellationToken);
        return turn.Local(await followUps.NextAsync(turn, member, cancellationToken, plan.Picks));
    }
}
