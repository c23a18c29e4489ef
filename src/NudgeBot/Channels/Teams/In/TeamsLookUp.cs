using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands.Grammar;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Finds a member's own persons by name, with what was recorded of each last.</summary>
internal sealed class TeamsLookUp(UnitOfWork work)
{
    private const int Most = 15;

    public Task<IReadOnlyList<(string Name, string Line)>> FindAsync(string workspaceId, string memberId, string typed) =>
        work.ReadAsync(workspaceId, memberId, async services =>
        {
            var (turn, _) = await services.GetRequiredService<Turns>().LookAsync(CancellationToken.None);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
            var (db, words, start) = (services.GetRequiredService<BotDb>(), services.GetRequiredService<EntryWords>(), Fold.Name(typed.Trim().TrimStart('@')));
            var persons = await (
                from person in db.Set<Person>()
                where db.Set<PersonAlias>().Any(alias => alias.PersonId == person.PersonId && alias.Kind == AliasKind.Name && alias.Until == null
                    && (alias.Value.StartsWith(start) || alias.Value.Contains(" " + start)))
                orderby person.Name, person.PersonId
                select new { person.PersonId, person.Name }).AsNoTracking().Take(Most).ToListAsync();
            var ids = persons.Select(person => person.PersonId).ToList();
            var latest = await (
                from link in db.Set<EntryPerson>()
                join entry in db.Set<Entry>() on link.EntryId equals entry.EntryId
                where ids.Contains(link.PersonId)
                group entry by link.PersonId into all
                select new { all.Key, Entry = all.OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.RecordedAt).First() }).AsNoTracking().ToDictionaryAsync(one => one.Key, one => one.Entry);
            return (IReadOnlyList<(string, string)>)[.. persons.Select(person =>
                (person.Name, latest.TryGetValue(person.PersonId, out var entry) ? $"{words.Describe(turn, entry)} ({turn.Show(entry.On)})" : ""))];
        });
}
