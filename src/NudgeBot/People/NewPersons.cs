using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
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

    private const int LongestName = 200;

    /// <summary>Takes in somebody from outside the workspace, by the name or e-mail address that was typed.</summary>
    public async Task<(Person? Person, Reply? Answer)> AddAsync(Turn turn, PersonName name, CancellationToken cancellationToken)
    {
        var address = (name as PersonName.Email)?.Address;
        return name.Shown.Length > LongestName
            ? (null, text["name.long", LongestName].Value)
            : await AddAsync(turn, name.Shown, address, null, cancellationToken);
    }

    /// <summary>Takes in a colleague by their account.</summary>
    public async Task<(Person? Person, Reply? Answer)> AddAsync(Turn turn, string accountId, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(row => row.AccountId == accountId, cancellationToken);
        return await AddAsync(turn, account.Name, account.Email, accountId, cancellationToken);
    }

    private async Task<(Person? Person, Reply? Answer)> AddAsync(
        Turn turn, string name, string? email, string? accountId, CancellationToken cancellationToken)
    {
        if (await db.Set<Person>().CountAsync(cancellationToken) >= Limit)
            return (null, text["persons.full", Limit].Value);
        var person = new Person { PersonId = turn.NewId(), Name = name, Email = email, KnownSince = turn.Now };
        db.Add(person);
        foreach (var (kind, value) in Aliases(name, email, accountId))
            db.Add(new PersonAlias { PersonId = person.PersonId, Kind = kind, Value = value, Since = turn.Today });
        return (person, null);
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
}
