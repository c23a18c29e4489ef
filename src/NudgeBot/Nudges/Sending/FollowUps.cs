using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Knows which open follow-ups have not come back yet, and sets when the next one does.</summary>
internal sealed class FollowUps(BotDb db, Schedules schedules)
{
    /// <summary>How many of them are looked at; what does not fit into one message follows on the next day.</summary>
    private const int Most = 50;

    /// <summary>
    /// Has the schedule set anew after something changed: it falls due at once, and what is not due yet sets when it is next. So nothing
    /// has to be known here of changes that are not saved yet.
    /// </summary>
    public Task WakeAsync(Turn turn, CancellationToken cancellationToken) =>
        schedules.SetAsync(FollowUpsDue.Kind, turn.MemberId, "", turn.Now, cancellationToken);

    /// <summary>When the earliest one comes back, after now; null when none is open, or the member may not be written to.</summary>
    /// <param name="turn">For whom.</param>
    /// <param name="member">Their settings.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="written">Those that were written just now.</param>
    public async Task<DateTimeOffset?> NextAsync(
        Turn turn, Member member, CancellationToken cancellationToken, IReadOnlyList<Pick>? written = null) =>
        member.Consent == Consent.Off
            ? null
            : (await WaitingAsync(cancellationToken)).Where(waiting => written?.Any(pick => pick.Cited?.EntryId == waiting.EntryId) != true)
                .Select(waiting => MemberHours.NextOn(turn, member, waiting.On, waiting.At)).Min();

    /// <summary>Those that are due now.</summary>
    public async Task<IReadOnlyList<Waiting>> DueAsync(Turn turn, Member member, CancellationToken cancellationToken) =>
        [.. (await WaitingAsync(cancellationToken)).Where(waiting => turn.InstantOf(waiting.On, waiting.At ?? member.NudgeTime) <= turn.Now)];

    /// <summary>Those that will come on a day.</summary>
    public async Task<IReadOnlyList<Waiting>> ComingOnAsync(Turn turn, Member member, DateOnly on, CancellationToken cancellationToken)
    {
        var hours = MemberHours.ForFollowUps(turn, member);
        return [.. (await WaitingAsync(cancellationToken)).Where(it => it.At is null && MemberHours.NextOn(turn, member, it.On) is { } at && hours.DateOf(at) == on)];
    }

    private Task<List<Waiting>> WaitingAsync(CancellationToken cancellationToken) => (
        from entry in db.Set<Entry>()
        where entry.Kind == EntryKind.FollowUp && entry.ClosedAt == null && entry.DueOn != null
            && !db.Set<Suggestion>().Any(row => row.CitedId == entry.EntryId && row.Slot == SuggestionSlot.FollowUp)
        orderby entry.DueOn, entry.EntryId
        select new Waiting(
            entry.EntryId, entry.DueOn!.Value, db.Set<Suggestion>().Where(row => row.RecordId == entry.EntryId).Select(row => row.PlannedTime).FirstOrDefault()))
        .Take(Most).ToListAsync(cancellationToken);
}

/// <summary>An open follow-up that has not come back yet.</summary>
/// <param name="EntryId">The follow-up.</param>
/// <param name="On">The day that was named.</param>
/// <param name="At">The time of day that was picked; null to come at the member's nudge time.</param>
internal sealed record Waiting(Guid EntryId, DateOnly On, TimeOnly? At);
