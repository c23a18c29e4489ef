using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Portability;

/// <summary>
/// Takes a forgotten member out of what others remember. The help and the contacts that others lived through stay with them, with
/// "somebody" in place of the name; what is only about the forgotten one (notes, needs, a seat, an employer) goes. It looks past the
/// ownership filter to find those rows, and shows none of them to anybody.
/// </summary>
internal sealed class OthersMemory(BotDb db, Erasure erasure)
{
    private static readonly EntryKind[] Lived = [EntryKind.Gave, EntryKind.Received, EntryKind.Touch];

    private static readonly ResourceManager Texts = new(typeof(PortabilityText));

    /// <summary>The word for a forgotten person, in the language of the one who reads it.</summary>
    public static string StandIn(string language) => Texts.GetString("somebody", CultureInfo.GetCultureInfo(language))!;

    /// <summary>Replaces the name in the memory of the workspace's other members, and in the messages that were written to them.</summary>
    public async Task ForgetAsync(Account account, string standIn, CancellationToken cancellationToken)
    {
        var email = account.Email?.ToLowerInvariant();
        var known = await (
            from alias in Everybodys<PersonAlias>()
            join member in Everybodys<Member>() on alias.MemberId equals member.MemberId
            where alias.MemberId != account.AccountId
                && ((alias.Kind == AliasKind.Account && alias.Value == account.AccountId) || (alias.Kind == AliasKind.Email && alias.Value == email))
            select new { alias.MemberId, alias.PersonId, member.Language }).Distinct().ToListAsync(cancellationToken);
        foreach (var one in known)
        {
            await UnnameEntriesAsync(one.MemberId, one.PersonId, account.Name, StandIn(one.Language), cancellationToken);
            await UnnamePersonAsync(one.MemberId, one.PersonId, StandIn(one.Language), cancellationToken);
        }

        var (named, unnamed) = (JsonEncodedText.Encode(account.Name).Value, JsonEncodedText.Encode(standIn).Value);
        await Everybodys<Outgoing>().Where(row => row.Body.Contains(named))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, row => row.Body.Replace(named, unnamed)), cancellationToken);
    }

    private async Task UnnameEntriesAsync(string memberId, Guid personId, string name, string standIn, CancellationToken cancellationToken)
    {
        var entries = await (
            from about in Everybodys<EntryPerson>()
            join entry in Everybodys<Entry>() on new { about.MemberId, about.EntryId } equals new { entry.MemberId, entry.EntryId }
            where about.MemberId == memberId && about.PersonId == personId
            select new
            {
                entry.EntryId,
                entry.Kind,
                entry.Text,
                Shared = Everybodys<EntryPerson>().Any(it => it.MemberId == memberId && it.EntryId == entry.EntryId && it.PersonId != personId),
            }).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            var (row, lived) = (Everybodys<Entry>().Where(it => it.MemberId == memberId && it.EntryId == entry.EntryId), Lived.Contains(entry.Kind));
            if (!lived)
            {
                await Everybodys<EntryPerson>().Where(it => it.MemberId == memberId && it.EntryId == entry.EntryId && it.PersonId == personId)
                    .ExecuteDeleteAsync(cancellationToken);
            }

            if (!lived && !entry.Shared)
                await row.ExecuteDeleteAsync(cancellationToken);
            else
                await row.ExecuteUpdateAsync(set => set.SetProperty(it => it.Text, Unname(entry.Text, name, standIn)), cancellationToken);
        }
    }

    private async Task UnnamePersonAsync(string memberId, Guid personId, string standIn, CancellationToken cancellationToken)
    {
        await erasure.OfAsync(nameof(Person.PersonId), personId, [typeof(Person), typeof(PersonAlias), typeof(EntryPerson)], cancellationToken);
        var aliases = Everybodys<PersonAlias>().Where(row => row.MemberId == memberId && row.PersonId == personId);
        var name = await aliases.Where(row => row.Kind == AliasKind.Name).Select(row => row.Value).FirstAsync(cancellationToken);
        await aliases.Where(row => row.Kind != AliasKind.Name || row.Value != name).ExecuteDeleteAsync(cancellationToken);
        await aliases.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Value, Fold.Name(standIn)).SetProperty(row => row.Until, (DateOnly?)null), cancellationToken);
        await Everybodys<Person>().Where(row => row.MemberId == memberId && row.PersonId == personId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, standIn).SetProperty(row => row.Email, (string?)null)
                .SetProperty(row => row.Link, (string?)null).SetProperty(row => row.Employer, (string?)null),
            cancellationToken);
    }

    /// <summary>The whole name and the first name as words of their own; as they are written, so that "Will" is not found in "I will".</summary>
    private static string Unname(string said, string name, string standIn) =>
        Regex.Replace(said, $@"(?<!\w)({Regex.Escape(name)}|{Regex.Escape(name.Split(' ')[0])})(?!\w)", standIn);

    private IQueryable<T> Everybodys<T>()
        where T : class, ITenantOwned =>
        db.Set<T>().IgnoreQueryFilters().Where(row => row.WorkspaceId == db.WorkspaceId);
}
