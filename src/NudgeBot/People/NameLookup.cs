using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Finds everybody whom a name could mean: the member's own persons, and colleagues of whom nothing is recorded yet.</summary>
internal sealed class NameLookup(BotDb db)
{
    /// <summary>Everybody whom the name fits best. The member themselves is among them only when nobody else is.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(PersonName name, CancellationToken cancellationToken)
    {
        string[] keys = name switch
        {
            PersonName.Mention mention => [mention.Account],
            PersonName.Email email => [email.Address.ToLowerInvariant()],
            PersonName.Handle handle => [Fold.Name(handle.Name), Fold.Name(handle.Name.Replace('.', ' '))],
            _ => [Fold.Name(name.Shown)],
        };
        // A whole name is meant before a first name: "Ana" is the one who is called just that, if there is one.
        AliasKind[][] tiers = name switch
        {
            PersonName.Mention => [[AliasKind.Account]],
            PersonName.Email => [[AliasKind.Email]],
            PersonName.Quoted => [[AliasKind.Name]],
            PersonName.Handle => [[AliasKind.Name, AliasKind.Account], [AliasKind.FirstName]],
            _ => [[AliasKind.Name], [AliasKind.FirstName, AliasKind.Account]],
        };
        IReadOnlyList<Candidate> oneself = [];
        foreach (var tier in tiers)
        {
            List<Candidate> found = [.. await PersonsAsync(tier, keys, former: false, cancellationToken), .. await ColleaguesAsync(tier, keys, cancellationToken)];
            oneself = [.. oneself, .. found.Where(IsOneself)];
            if (Distinct(found) is { Count: > 0 } others)
                return others;
        }

        // What somebody was called before counts where nobody is called so now.
        foreach (var tier in tiers)
        {
            if (await PersonsAsync(tier, keys, former: true, cancellationToken) is { Count: > 0 } formerly)
                return formerly;
        }

        return [.. oneself.Take(1)];
    }

    /// <summary>Whom a key of a button means; nobody when it was guessed or is gone.</summary>
    public async Task<IReadOnlyList<Candidate>> OfKeyAsync(string key, CancellationToken cancellationToken) =>
        Candidate.PersonIn(key) is { } id
            ? await db.Set<Person>().Where(row => row.PersonId == id).Select(row => new Candidate(row.PersonId, null, row.Name, null)).ToListAsync(cancellationToken)
            : Candidate.AccountIn(key) is { } account ? await ColleaguesAsync([AliasKind.Account], [account], cancellationToken) : [];

    /// <summary>Everybody whose folded whole or first name this is.</summary>
    public async Task<IReadOnlyList<Candidate>> CalledAsync(string folded, CancellationToken cancellationToken)
    {
        AliasKind[] names = [AliasKind.Name, AliasKind.FirstName];
        return Distinct([
            .. await PersonsAsync(names, [folded], former: false, cancellationToken),
            .. await PersonsAsync(names, [folded], former: true, cancellationToken),
            .. await ColleaguesAsync(names, [folded], cancellationToken),
        ]);
    }

    private bool IsOneself(Candidate candidate) => candidate.AccountId == db.MemberId;

    private List<Candidate> Distinct(IReadOnlyList<Candidate> found) =>
    [
        .. found.Where(candidate => !IsOneself(candidate))
            // The same person by their own alias and by their account: the account is news.
            .GroupBy(candidate => candidate.Key).Select(same => same.FirstOrDefault(candidate => candidate.AccountId is not null) ?? same.First())
            .OrderBy(candidate => candidate.Name, StringComparer.Ordinal).ThenBy(candidate => candidate.Hint, StringComparer.Ordinal),
    ];

    private async Task<List<Candidate>> PersonsAsync(AliasKind[] kinds, string[] keys, bool former, CancellationToken cancellationToken) => await (
        from alias in db.Set<PersonAlias>()
        join person in db.Set<Person>() on alias.PersonId equals person.PersonId
        where keys.Contains(alias.Value) && kinds.Contains(alias.Kind) && alias.Until != null == former
        select new Candidate(person.PersonId, null, person.Name, person.Employer ?? person.Email)).Distinct().ToListAsync(cancellationToken);

    private Task<List<Candidate>> ColleaguesAsync(AliasKind[] kinds, string[] keys, CancellationToken cancellationToken)
    {
        bool full = kinds.Contains(AliasKind.Name), first = kinds.Contains(AliasKind.FirstName), id = kinds.Contains(AliasKind.Account), email = kinds.Contains(AliasKind.Email);
        var aliases = db.Set<PersonAlias>();
        var accounts =
            from account in db.Set<Account>()
            where account.IsActive
                && ((full && keys.Contains(account.FoldedName)) || (first && keys.Contains(account.FoldedFirstName))
                    || (id && keys.Contains(account.AccountId)) || (email && keys.Contains(account.Email!)))
                && !aliases.Any(alias => alias.Kind == AliasKind.Account && alias.Value == account.AccountId)
            // Somebody known by the address of the account before the account was met.
            let known = aliases.Where(alias => alias.Kind == AliasKind.Email && alias.Value == account.Email).OrderBy(alias => alias.PersonId).Select(alias => (Guid?)alias.PersonId).FirstOrDefault()
            select new Candidate(known, account.AccountId, account.Name, account.Email);
        return accounts.ToListAsync(cancellationToken);
    }
}
