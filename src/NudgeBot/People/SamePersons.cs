using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Finds who may be the same as a person: other persons, and colleagues not met yet, of the same whole name or e-mail address.</summary>
internal sealed class SamePersons(BotDb db, IStringLocalizer<PeopleText> text)
{
    private const int Most = 3, LongestLabel = 75;

    /// <summary>Buttons that ask about each of them.</summary>
    public async Task<IReadOnlyList<Button>> ButtonsAsync(Person person, CancellationToken cancellationToken) =>
    [
        .. (await FindAsync(person, cancellationToken)).Select(other => new Button(
            SamePersonAction.Id, text["same", other.Hint is { } hint ? $"{other.Name} ({hint})" : other.Name].Value.Truncate(LongestLabel), $"{person.PersonId}/{other.Key}")),
    ];

    /// <summary>Those who may be the same, by name.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(Person person, CancellationToken cancellationToken)
    {
        var aliases = db.Set<PersonAlias>();
        var mine = await aliases.Where(row => row.PersonId == person.PersonId).Select(row => new { row.Kind, row.Value }).ToListAsync(cancellationToken);
        var names = mine.Where(row => row.Kind == AliasKind.Name).Select(row => row.Value).ToList();
        var addresses = mine.Where(row => row.Kind == AliasKind.Email).Select(row => row.Value).ToList();
        var persons = await (
            from alias in aliases
            join other in db.Set<Person>() on alias.PersonId equals other.PersonId
            where other.PersonId != person.PersonId
                && ((alias.Kind == AliasKind.Name && names.Contains(alias.Value)) || (alias.Kind == AliasKind.Email && addresses.Contains(alias.Value)))
            select new Candidate(other.PersonId, null, other.Name, other.Employer ?? other.Email)).Distinct().ToListAsync(cancellationToken);
        if (mine.Any(row => row.Kind == AliasKind.Account))
            return Some(persons);
        var colleagues = await db.Set<Account>()
            .Where(row => row.IsActive && row.AccountId != db.MemberId && (names.Contains(row.FoldedName) || addresses.Contains(row.Email!)))
            .Where(row => !aliases.Any(alias => alias.Kind == AliasKind.Account && alias.Value == row.AccountId))
            .Select(row => new Candidate(null, row.AccountId, row.Name, row.Email)).ToListAsync(cancellationToken);
        return Some(persons.Concat(colleagues));
    }

    private static IReadOnlyList<Candidate> Some(IEnumerable<Candidate> alike) =>
        [.. alike.OrderBy(candidate => candidate.Name, StringComparer.Ordinal).ThenBy(candidate => candidate.Key, StringComparer.Ordinal).Take(Most)];
}
