using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Writes one message to the member, with what it suggests, in the transaction of what caused it.</summary>
internal sealed class NudgePost(BotDb db, Outbox outbox, NudgeButtons buttons)
{
    /// <summary>The kind of a reminder for a time of day that the member picked: it is no part of one message a day.</summary>
    public const string Reminder = "reminder";

    private static readonly string[] DailyKinds = [NudgeDue.Kind, FollowUpsDue.Kind, HappenedDue.Kind];

    /// <summary>Whether the one message of the member's day was written.</summary>
    public Task<bool> WroteTodayAsync(Turn turn, CancellationToken cancellationToken)
    {
        var morning = turn.InstantOf(turn.Today, TimeOnly.MinValue);
        return db.Set<Outgoing>().AnyAsync(row => row.MemberId == turn.MemberId && row.CreatedAt >= morning && DailyKinds.Contains(row.Kind), cancellationToken);
    }

    /// <summary>Writes the message.</summary>
    public async Task WriteAsync(Turn turn, string kind, string heading, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        List<(Draft Draft, NudgeItem Item)> items = [.. drafts.Select(draft => (draft, new NudgeItem(turn.NewId(), draft.Name, draft.Text)))];
        var message = NudgeCard.Compose(heading, [.. items.Select(it => (it.Item, buttons.For(it.Draft, it.Item)))]);
        var delivery = outbox.ToMember(kind, turn.MemberId, message, turn.Now);
        db.AddRange(items.Select(it => new Suggestion
        {
            SuggestionId = it.Item.SuggestionId,
            DeliveryId = delivery,
            PersonId = it.Draft.PersonId,
            Slot = it.Draft.Slot,
            CitedId = it.Draft.CitedId,
            Phrasing = it.Draft.Phrasing,
            SentAt = turn.Now,
        }));
        await RememberAsync(turn, drafts, cancellationToken);
    }

    /// <summary>What a nudge suggests waits for an answer; what the member asked to be reminded of does not.</summary>
    private async Task RememberAsync(Turn turn, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var ids = drafts.Select(draft => draft.PersonId).ToList();
        var known = await db.Set<Attention>().Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, cancellationToken);
        foreach (var draft in drafts.Where(draft => draft.Slot is not (SuggestionSlot.FollowUp or SuggestionSlot.Happened)))
        {
            if (!known.TryGetValue(draft.PersonId, out var attention))
                db.Add(known[draft.PersonId] = attention = new Attention { PersonId = draft.PersonId });
            attention.SuggestedOn = turn.Today;
            if (draft.Slot == SuggestionSlot.Question)
                attention.AskedToKeep = true;
            else
                attention.Unanswered++;
        }
    }
}
