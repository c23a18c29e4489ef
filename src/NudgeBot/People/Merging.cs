using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Makes one person of two, and of a person and their account: somebody named bare years ago, and the colleague met later.</summary>
internal sealed class Merging(BotDb db, PersonReferences references, IEnumerable<IPersonObserver> observers)
{
    /// <summary>Brings all that is known of the one known for less long over to the other, who is returned.</summary>
    public async Task<Person> MergeAsync(Turn turn, Person one, Person other, CancellationToken cancellationToken)
    {
        var (into, from) = one.KnownSince <= other.KnownSince ? (one, other) : (other, one);
        await MoveAliasesAsync(from, into, cancellationToken);
        await MoveEmploymentsAsync(turn, from, into, cancellationToken);
        into.Email ??= from.Email;
        into.Link ??= from.Link;
        into.Employer ??= from.Employer;
        foreach (var observer in observers)
            await observer.MergedAsync(turn, from, into, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (await references.AnyAsync(from.PersonId, cancellationToken))
            throw new InvalidOperationException("Something still refers to the person who is given up; its slice needs an IPersonObserver.");
        db.Remove(from);
        await db.SaveChangesAsync(cancellationToken);
        return into;
    }

    /// <summary>Remembers that an account is the person's.</summary>
    public async Task<Person> RecogniseAsync(Turn turn, Person person, string accountId, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(row => row.AccountId == accountId, cancellationToken);
        var known = await db.Set<PersonAlias>().Where(row => row.PersonId == person.PersonId).Select(row => new { row.Kind, row.Value }).ToListAsync(cancellationToken);
        person.Email ??= account.Email;
        db.AddRange(NewPersons.Aliases(account.Name, account.Email, accountId).Where(alias => !known.Contains(new { alias.Kind, alias.Value }))
            .Select(alias => new PersonAlias { PersonId = person.PersonId, Kind = alias.Kind, Value = alias.Value, Since = turn.Today }));
        return person;
    }

    private async Task MoveAliasesAsync(Person from, Person into, CancellationToken cancellationToken)
    {
        var aliases = await db.Set<PersonAlias>().Where(row => row.PersonId == from.PersonId || row.PersonId == into.PersonId).ToListAsync(cancellationToken);
        foreach (var alias in aliases.Where(row => row.PersonId == from.PersonId))
        {
            db.Remove(alias);
            if (aliases.SingleOrDefault(row => row.PersonId == into.PersonId && row.Kind == alias.Kind && row.Value == alias.Value) is { } same)
                same.Until = alias.Until is null ? null : same.Until;
            else
                db.Add(new PersonAlias { PersonId = into.PersonId, Kind = alias.Kind, Value = alias.Value, Since = alias.Since, Until = alias.Until });
        }
    }

    private async Task MoveEmploymentsAsync(Turn turn, Person from, Person into, CancellationToken cancellationToken)
    {
        var jobs = await db.Set<Employment>().Where(row => row.PersonId == from.PersonId || row.PersonId == into.PersonId).ToListAsync(cancellationToken);
        foreach (var job in jobs.Where(row => row.PersonId == from.PersonId))
        {
            db.Remove(job);
            if (jobs.Any(row => row.PersonId == into.PersonId && row.Employer == job.Employer && row.Since == job.Since))
                continue;
            // One employer at a time: the one that was known of the person who stays.
            var until = job.Until ?? (into.Employer is null ? null : turn.Today);
            db.Add(new Employment { PersonId = into.PersonId, Employer = job.Employer, Since = job.Since, Until = until });
        }
    }
}
