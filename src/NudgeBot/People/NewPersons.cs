using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Takes persons into a member's memory, with the aliases by which they are found again.</summary>
internal sealed class NewPersons(BotDb db, IStringLocalizer<PeopleText> text)
{
    /// <summary>The most persons that a member can know.</summary>
    public const int Limit = 10_000;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 200;

    /// <summary>The persons who are meant, in the same order; new ones are added, unless that would be too many.</summary>
    public async Task<Resolution> TakeAsync(Turn turn, IReadOnlyList<Meant> meant, CancellationToken cancellationToken)
    {
        var more = meant.Count(one => one is not Meant.Known);
        if (more > 0 && await db.Set<Person>().CountAsync(cancellationToken) + more > Limit)
            return new([], text["persons.full", Limit].Value);
        List<Person> persons = [];
        foreach (var one in meant)
            persons.Add(await TakeAsync(turn, one, cancellationToken));
        // Two names of one line can turn out to mean the same person.
        return new([.. persons.DistinctBy(person => person.PersonId)], null);
    }

    /// <summary>The ways by which somebody with this name, address and account is found.</summary>
    public static IEnumerable<(AliasKind Kind, string Value)> Aliases(string name, string? email, string? accountId)
    {
        var folded = Fold.Name(name);
        yield return (AliasKind.Name, folded);
        if (folded.Split(' ') is [var first, _, ..])
            yield return (AliasKind.FirstName, first);
        if (email is not null)
            yield return (AliasKind.Email, email.ToLowerInvariant());
        if (accountId is not null)
            yield return (AliasKind.Account, accountId);
    }

    private async Task<Person> TakeAsync(Turn turn, Meant meant, CancellationToken cancellationToken)
    {
        switch (meant)
        {
            case Meant.Known known:
                if (known.AccountId is { } met)
                    db.Add(new PersonAlias { PersonId = known.PersonId, Kind = AliasKind.Account, Value = met, Since = turn.Today });
                return await db.Set<Person>().SingleAsync(row => row.PersonId == known.PersonId, cancellationToken);
            case Meant.Colleague colleague:
                var account = await db.Set<Account>().AsNoTracking().SingleAsync(row => row.AccountId == colleague.AccountId, cancellationToken);
                return Add(turn, account.Name, account.Email, account.AccountId);
            default:
                var unknown = (Meant.Unknown)meant;
                return Add(turn, unknown.Name, unknown.Email, null);
        }
    }

    private Person Add(Turn turn, string name, string? email, string? accountId)
    {
        var person = new Person { PersonId = turn.NewId(), Name = name, Email = email, KnownSince = turn.Now };
        db.Add(person);
        foreach (var (kind, value) in Aliases(name, email, accountId))
            db.Add(new PersonAlias { PersonId = person.PersonId, Kind = kind, Value = value, Since = turn.Today });
        return person;
    }
}
