using Microsoft.EntityFrameworkCore;
using NudgeBot.Ledger;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>Reads from the ledger when the member was in touch with persons.</summary>
internal sealed class Contacts(BotDb db)
{
    /// <summary>The helps and touches with each of them, oldest first.</summary>
    public async Task<ILookup<Guid, Contact>> ReadAsync(IReadOnlyCollection<Guid> persons, CancellationToken cancellationToken)
    {
        var rows = await (
            from about in db.Set<EntryPerson>()
            join entry in db.Set<Entry>() on about.EntryId equals entry.EntryId
            where persons.Contains(about.PersonId)
                && (entry.Kind == EntryKind.Gave || entry.Kind == EntryKind.Received || entry.Kind == EntryKind.Touch)
            orderby entry.On
            select new { about.PersonId, entry.On, entry.Kind }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.PersonId, row => new Contact(row.On, row.Kind == EntryKind.Received ? ContactKind.Received : ContactKind.Both));
    }
}
