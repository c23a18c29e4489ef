using Microsoft.EntityFrameworkCore;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>
/// Finds who among those who joined a shared circle helped each other once. It reads the records of each about the others, so the owner
/// filter is off here; joining is the consent, and nothing of a record leaves but that there is a help and the day of the latest contact.
/// </summary>
internal sealed class HelpedTies(BotDb db)
{
    /// <summary>Every two of the members one of whom recorded a help with the other.</summary>
    public async Task<IReadOnlyList<Tie>> AmongAsync(IReadOnlyList<string> members, CancellationToken cancellationToken)
    {
        if (members.Count < 2)
            return [];
        var contacts = await (
            from entry in db.Set<Entry>()
            join about in db.Set<EntryPerson>()
                on new { entry.WorkspaceId, entry.MemberId, entry.EntryId } equals new { about.WorkspaceId, about.MemberId, about.EntryId }
            join alias in db.Set<PersonAlias>()
                on new { about.WorkspaceId, about.MemberId, about.PersonId } equals new { alias.WorkspaceId, alias.MemberId, alias.PersonId }
            where entry.WorkspaceId == db.WorkspaceId && members.Contains(entry.MemberId)
                && alias.Kind == AliasKind.Account && alias.Until == null && members.Contains(alias.Value) && alias.Value != entry.MemberId
                && (entry.Kind == EntryKind.Gave || entry.Kind == EntryKind.Received || entry.Kind == EntryKind.Touch)
            select new { entry.MemberId, Other = alias.Value, entry.On, IsHelp = entry.Kind != EntryKind.Touch })
            .IgnoreQueryFilters([BotDb.OwnerFilter]).ToListAsync(cancellationToken);
        return
        [
            .. contacts
                .GroupBy(row => InOrder(row.MemberId, row.Other))
                .Where(pair => pair.Any(row => row.IsHelp))
                .Select(pair => new Tie(pair.Key.First, pair.Key.Second, pair.Max(row => row.On), null)),
        ];
    }

    private static (string First, string Second) InOrder(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
