using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Digests;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Portability;

/// <summary>Forgets a person whom a member knows, with everything recorded about them. Records that name others too keep the others.</summary>
internal sealed class ForgettingPersons(BotDb db, Erasure erasure, Records records, DigestRevision digests)
{
    public async Task ForgetAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var shared = await SharedAsync(turn, cancellationToken);
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

            await records.NotifyAsync(turn, entry, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        // What follows deletes rows past the tracker; what it holds of them must not be deleted once more with the person.
        db.ChangeTracker.Clear();
        await UnshareAsync(turn, person, cancellationToken);
        await digests.TakenDownAsync(turn, [.. shared.Except(await SharedAsync(turn, cancellationToken))], cancellationToken);
        await erasure.OfAsync(nameof(Person.PersonId), person.PersonId, [typeof(Person)], cancellationToken);
        // Messages that were sent are the chat's; what was kept of them here goes.
        await db.Set<Outgoing>().Where(row => row.MemberId == turn.MemberId && row.State != DeliveryState.Pending && row.State != DeliveryState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, ""), cancellationToken);
        db.Remove(person);
    }

    private Task<List<Guid>> SharedAsync(Turn turn, CancellationToken cancellationToken) =>
        db.Set<SharedThanks>().Where(row => row.FromMemberId == turn.MemberId).Select(row => row.SharedId).ToListAsync(cancellationToken);

    /// <summary>Takes back what was shared about the person out of records that name others as well.</summary>
    private async Task UnshareAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var accounts = await db.Set<PersonAlias>().Where(row => row.PersonId == person.PersonId && row.Kind == AliasKind.Account)
            .Select(row => row.Value).ToListAsync(cancellationToken);
        await db.Set<SharedThanks>()
            .Where(row => row.FromMemberId == turn.MemberId
                && (row.GiverAccountId == null ? row.GiverName == person.Name : accounts.Contains(row.GiverAccountId)))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
