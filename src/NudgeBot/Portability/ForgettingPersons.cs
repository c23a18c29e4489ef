using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Portability;

/// <summary>Forgets a person whom a member knows, with everything recorded about them. Records that name others too keep the others.</summary>
internal sealed class ForgettingPersons(BotDb db, Erasure erasure, IEnumerable<IEntryObserver> observers)
{
    public async Task ForgetAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var entries = await db.Set<Entry>().Include(row => row.Persons)
            .Where(row => row.Persons.Any(about => about.PersonId == person.PersonId)).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            if (entry.Persons.Count == 1)
            {
                db.Remove(entry);
                await erasure.OfAsync(nameof(Entry.EntryId), entry.EntryId, [typeof(Entry), typeof(EntryPerson)], cancellationToken);
            }
            else
            {
                entry.Persons.RemoveAll(about => about.PersonId == person.PersonId);
            }

            foreach (var observer in observers)
                await observer.ChangedAsync(turn, entry, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await erasure.OfAsync(nameof(Person.PersonId), person.PersonId, [typeof(Person)], cancellationToken);
        // Messages that were sent are the chat's; what was kept of them here goes.
        await db.Set<Outgoing>().Where(row => row.MemberId == turn.MemberId && row.State != DeliveryState.Pending && row.State != DeliveryState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, ""), cancellationToken);
        db.Remove(person);
    }
}
