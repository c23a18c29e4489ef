using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>When two persons turn out to be one, the records of both are about that one.</summary>
internal sealed class EntryMerging(BotDb db) : IPersonObserver
{
    public async Task MergedAsync(Turn turn, Person from, Person into, CancellationToken cancellationToken)
    {
        var rows = await db.Set<EntryPerson>().Where(row => row.PersonId == from.PersonId).ToListAsync(cancellationToken);
        var already = await db.Set<EntryPerson>().Where(row => row.PersonId == into.PersonId).Select(row => row.EntryId).ToListAsync(cancellationToken);
        db.RemoveRange(rows);
        db.AddRange(rows.Where(row => !already.Contains(row.EntryId)).Select(row => new EntryPerson { EntryId = row.EntryId, PersonId = into.PersonId }));
    }
}
