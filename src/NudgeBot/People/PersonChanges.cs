using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>Changes what is known of a person. What they were called before, and where they worked, stays with its dates.</summary>
internal sealed class PersonChanges(BotDb db)
{
    /// <summary>Writes what was entered; false when the new employer would begin before the present one did.</summary>
    public async Task<bool> ApplyAsync(Turn turn, Person person, PersonFields fields, CancellationToken cancellationToken)
    {
        if (!await EmployAsync(turn, person, fields, cancellationToken))
            return false;
        (person.Name, person.Email, person.Link) = (fields.Name, fields.Email, fields.Link);
        await RenameAsync(turn, person, cancellationToken);
        return true;
    }

    private async Task RenameAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var wanted = NewPersons.Aliases(person.Name, person.Email, null).ToList();
        var had = await db.Set<PersonAlias>().Where(row => row.PersonId == person.PersonId && row.Kind != AliasKind.Account).ToListAsync(cancellationToken);
        foreach (var alias in had)
            alias.Until = wanted.Contains((alias.Kind, alias.Value)) ? null : alias.Until ?? turn.Today;
        db.AddRange(wanted.Except(had.Select(alias => (alias.Kind, alias.Value)))
            .Select(alias => new PersonAlias { PersonId = person.PersonId, Kind = alias.Kind, Value = alias.Value, Since = turn.Today }));
    }

    private async Task<bool> EmployAsync(Turn turn, Person person, PersonFields fields, CancellationToken cancellationToken)
    {
        if (fields.Employer == person.Employer && (fields.Employer is null || fields.Since is null))
            return true;
        var since = fields.Since ?? turn.Today;
        var jobs = await db.Set<Employment>().Where(row => row.PersonId == person.PersonId).ToListAsync(cancellationToken);
        var present = jobs.SingleOrDefault(row => row.Until is null);
        // The same employer with another first day, or another one from the same day on, corrects what was entered.
        if (present is not null && (present.Employer == fields.Employer || present.Since == since))
            db.Remove(present);
        else if (present?.Since > since)
            return false;
        else if (present is not null)
            present.Until = since;
        if (fields.Employer is { } employer)
        {
            if (jobs.FirstOrDefault(row => row != present && row.Employer == employer && row.Since == since) is { } again)
                again.Until = null;
            else if (present is null || present.Employer != employer || present.Since != since)
                db.Add(new Employment { PersonId = person.PersonId, Employer = employer, Since = since });
            else
                db.Entry(present).State = EntityState.Unchanged;
        }

        person.Employer = fields.Employer;
        return true;
    }
}
