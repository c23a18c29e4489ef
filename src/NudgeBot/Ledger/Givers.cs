using Microsoft.EntityFrameworkCore;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Ledger;

/// <summary>Finds which of the persons who helped are colleagues in this workspace, so that they can be told.</summary>
internal sealed class Givers(BotDb db)
{
    /// <summary>The open accounts of those persons who have one, by the persons' ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> AccountsAsync(IReadOnlyList<Person> persons, CancellationToken cancellationToken)
    {
        var ids = persons.Select(person => person.PersonId).ToList();
        var saved = await (
            from alias in db.Set<PersonAlias>()
            join account in db.Set<Account>() on alias.Value equals account.AccountId
            where ids.Contains(alias.PersonId) && alias.Kind == AliasKind.Account && alias.Until == null && account.IsActive
            select new { alias.PersonId, account.AccountId }).ToListAsync(cancellationToken);
        return saved.GroupBy(row => row.PersonId).ToDictionary(rows => rows.Key, rows => rows.First().AccountId);
    }
}
