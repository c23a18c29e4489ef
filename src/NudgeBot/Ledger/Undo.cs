using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Takes a record back, while it is less than a day old.</summary>
internal sealed class Undo(BotDb db, Records records, IEnumerable<IEntryObserver> observers, IStringLocalizer<LedgerText> text)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public async Task<Message> TakeBackAsync(Turn turn, Guid entryId, CancellationToken cancellationToken)
    {
        var entry = await db.Set<Entry>().Include(row => row.Persons).SingleOrDefaultAsync(row => row.EntryId == entryId, cancellationToken);
        if (entry is null)
            return new Message(text["undo.nothing"]);
        if (turn.Now - entry.RecordedAt > Window)
            return new Message(text["undo.late"]);
        var about = entry.Persons.Select(row => row.PersonId).ToList();
        var persons = await db.Set<Person>().Where(row => about.Contains(row.PersonId)).OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var line = records.Line(turn, entry, persons);
        db.Remove(entry);
        foreach (var observer in observers)
            await observer.ChangedAsync(turn, entry, cancellationToken);
        return new Message(text["undo.done", line]);
    }
}
