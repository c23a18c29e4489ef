using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Takes a record back while it is less than a day old, with the persons who became known only through it, and with what was shared of it.</summary>
internal sealed class Undo(
    BotDb db, Records records, PersonReferences references, IEnumerable<ITakeDownObserver> observers, IStringLocalizer<LedgerText> text)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public async Task<Message> TakeBackAsync(Turn turn, Guid entryId, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(entryId, cancellationToken) is not var (entry, persons))
            return new Message(text["undo.nothing"]);
        if (turn.Now - entry.RecordedAt > Window)
            return new Message(text["undo.late"]);
        var line = records.Line(turn, entry, persons);
        var introduced = entry.Persons.Where(row => row.IsIntroduction).Select(row => row.PersonId).ToHashSet();
        db.Remove(entry);
        await TakeBackSharedAsync(turn, entryId, cancellationToken);
        await records.NotifyAsync(turn, entry, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var person in persons.Where(person => introduced.Contains(person.PersonId)))
        {
            if (!await references.AnyAsync(person.PersonId, cancellationToken))
                db.Remove(person);
        }

        return new Message(text["undo.done", line]);
    }

    private async Task TakeBackSharedAsync(Turn turn, Guid entryId, CancellationToken cancellationToken)
    {
        foreach (var shared in await db.Set<SharedThanks>().Where(row => row.EntryId == entryId && row.FromMemberId == turn.MemberId).ToListAsync(cancellationToken))
        {
            db.Remove(shared);
            foreach (var observer in observers)
                await observer.TakenDownAsync(turn, shared.SharedId, cancellationToken);
        }
    }
}
