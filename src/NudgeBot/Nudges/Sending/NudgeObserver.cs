using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Keeps what is due, and what was suggested, in step with the member's settings and records.</summary>
internal sealed class NudgeObserver(BotDb db, Pacing pacing, FollowUps followUps, Answers answers) : IMemberObserver, IEntryObserver
{
    /// <summary>Consent, settings or pause changed. Whoever changes them is there, so nothing counts as unanswered any more.</summary>
    public async Task ChangedAsync(Turn turn, Member member, CancellationToken cancellationToken)
    {
        var pace = await pacing.ReadAsync(cancellationToken);
        pace.Ignored = 0;
        await pacing.RescheduleAsync(turn, member, cancellationToken);
        await followUps.WakeAsync(turn, cancellationToken);
    }

    /// <summary>A record was added or taken back.</summary>
    public async Task ChangedAsync(Turn turn, Entry entry, CancellationToken cancellationToken)
    {
        if (db.Entry(entry).State == EntityState.Deleted)
            await ForgetAsync(entry, cancellationToken);
        else if (entry.Kind is EntryKind.Gave or EntryKind.Received or EntryKind.Touch)
            await SettleAsync(turn, entry, cancellationToken);
        if (entry.Kind == EntryKind.FollowUp)
            await followUps.WakeAsync(turn, cancellationToken);
    }

    /// <summary>Something that happened since the person was suggested answers the suggestion, with no button pressed.</summary>
    private async Task SettleAsync(Turn turn, Entry entry, CancellationToken cancellationToken)
    {
        foreach (var person in entry.Persons)
            await answers.KeepForAsync(turn, person.PersonId, Answer.Recorded, entry.On, cancellationToken);
    }

    /// <summary>What was taken back answers nothing, and nothing rests on it.</summary>
    private async Task ForgetAsync(Entry entry, CancellationToken cancellationToken)
    {
        var about = await db.Set<Suggestion>().Where(row => row.RecordId == entry.EntryId || row.CitedId == entry.EntryId).ToListAsync(cancellationToken);
        foreach (var suggestion in about)
        {
            if (suggestion.RecordId == entry.EntryId)
                await answers.TakeBackAsync(suggestion, cancellationToken);
            if (suggestion.CitedId == entry.EntryId)
                suggestion.CitedId = null;
        }
    }
}
