using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;

namespace NudgeBot.Nudges.Sending;

/// <summary>
/// The regular nudge: who would be worth a word, in one message with at most three persons. Follow-ups of the same day come in it, so
/// that there is one message a day.
/// </summary>
internal sealed class NudgeDue(
    Turns turns, Pacing pacing, SnapshotLoader snapshots, NudgeDrafts drafts, Wording wording, FollowUps followUps, NudgePost post, Outbox outbox,
    Schedules schedules, IStringLocalizer<SendingText> text) : IScheduled
{
    public static string Kind => "nudge";

    public static bool MindsAbsence => true;

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, member) || member.Consent != Consent.On)
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var pace = await pacing.ReadAsync(cancellationToken);
        var turnout = NudgeSchedule.Decide(MemberHours.Of(turn, member, pace), due.DueAt, due.Now, MemberHours.IsAway(turn, due.Absence), []);
        if (!turnout.SendNow)
            return turn.Local(turnout.NextAt);
        if (MemberHours.Again(turn, member, due) is { } again)
            return again;
        if (await post.WroteTodayAsync(turn, cancellationToken))
            return turn.Local(MemberHours.NextOn(turn, member, turn.Today.AddDays(1)));

        var waiting = await followUps.DueAsync(turn, member, cancellationToken);
        var plan = Planner.Plan(await snapshots.LoadAsync(turn, member, turn.Today, isRegular: true, waiting, cancellationToken));
        if (plan is { AsksToGoOn: true, Picks.Count: > 0 })
        {
            // Follow-ups come on their day; the last question has time.
            return turn.Local(MemberHours.NextOn(turn, member, turn.Today.AddDays(1)));
        }

        if (!plan.IsEmpty)
            await WriteAsync(turn, pace, plan, cancellationToken);
        await schedules.SetAsync(
            FollowUpsDue.Kind, turn.MemberId, "", turn.Local(await followUps.NextAsync(turn, member, cancellationToken, plan.Picks)), cancellationToken);
        return turn.Local(MemberHours.NextNudge(turn, member, pace));
    }

    private async Task WriteAsync(Turn turn, Pace pace, Plan plan, CancellationToken cancellationToken)
    {
        if (plan.AsksToGoOn)
            outbox.ToMember(Kind, turn.MemberId, PaceAction.Ask(text, wording.AskToGoOn()), turn.Now);
        else
            await post.WriteAsync(turn, Kind, text[HeadingOf(plan)], drafts.Of(plan, pace.Nudges, turn.Today), cancellationToken);
        if (plan.AsksToGoOn || plan.Keep is not null || plan.Picks.Any(pick => pick.Slot != Slot.FollowUp))
            (pace.NudgedOn, pace.Nudges, pace.Ignored) = (turn.Today, pace.Nudges + 1, pace.Ignored + 1);
    }

    private static string HeadingOf(Plan plan) => plan.Picks is [{ Slot: Slot.FollowUp }, ..]
        ? plan.Picks.All(pick => pick.Slot == Slot.FollowUp) ? "followup.heading" : "nudge.heading.followup"
        : "nudge.heading";
}
