using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Says since when persons are known: from the earliest help or touch on, which can be older than their first record.</summary>
internal sealed class Acquaintance(BotDb db)
{
    /// <summary>The day for each of the persons, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> SinceAsync(Turn turn, IReadOnlyList<Person> persons, CancellationToken cancellationToken)
    {
        var ids = persons.Select(person => person.PersonId).ToList();
        var contacts = db.Set<Entry>().Where(entry => entry.Kind == EntryKind.Gave || entry.Kind == EntryKind.Received || entry.Kind == EntryKind.Touch);
        var earliest = await db.Set<Person>().Where(person => ids.Contains(person.PersonId))
            .Select(person => new
            {
                person.PersonId,
                On = contacts.Where(entry => entry.Persons.Any(about => about.PersonId == person.PersonId)).OrderBy(entry => entry.On).Select(entry => (DateOnly?)entry.On).FirstOrDefault(),
            })
            .ToDictionaryAsync(row => row.PersonId, row => row.On, cancellationToken);
        return persons.ToDictionary(
            person => person.PersonId,
            person => earliest.GetValueOrDefault(person.PersonId) is { } on && on < person.KnownOn(turn) ? on : person.KnownOn(turn));
    }
}
