using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>The confirmation of thanks: what was recorded, whom it was told or shown to, and what can still be done with it.</summary>
internal sealed class ThanksCard(BotDb db, Records records, Givers givers, IStringLocalizer<LedgerText> text)
{
    private const int LongestName = 20, ShownAtOnce = 2;

    /// <summary>The confirmation as things stand now.</summary>
    /// <param name="isPrivate">True once the member said that nobody else shall see it.</param>
    public async Task<Message> ShowAsync(Turn turn, Entry entry, IReadOnlyList<Person> persons, CancellationToken cancellationToken, bool isPrivate = false)
    {
        await db.SaveChangesAsync(cancellationToken);
        var accounts = await givers.AccountsAsync(persons, cancellationToken);
        var told = await db.Set<ThanksLetter>().Where(row => row.FromMemberId == turn.MemberId && row.EntryId == entry.EntryId).Select(row => row.MemberId).ToListAsync(cancellationToken);
        var shared = await db.Set<SharedThanks>().Where(row => row.FromMemberId == turn.MemberId && row.EntryId == entry.EntryId).ToListAsync(cancellationToken);

        List<string> lines = [records.Line(turn, entry, persons)];
        if (told.Count > 0)
            lines.Add(text["thanks.told", persons.Where(person => told.Contains(accounts.GetValueOrDefault(person.PersonId, ""))).Select(person => person.Name).Humanize()]);
        if (shared.Count > 0)
            lines.Add(text[shared.All(row => row.TakenDownAt is not null) ? "thanks.down" : "thanks.waiting", shared[0].ChannelName]);
        if (isPrivate)
            lines.Add(text["thanks.private.done"]);

        List<Button> buttons = [];
        if (!isPrivate)
            buttons.AddRange(Offers(entry, persons, accounts, told, shared));
        buttons.AddRange(shared.Where(row => row.TakenDownAt is null).Take(1).Select(row => new Button(TakeDownThanksAction.Id, text["thanks.takedown"], row.SharedId.ToString())));
        return new Message(
            string.Join('\n', lines),
            new Card([new Paragraph(lines[0]), .. lines.Skip(1).Select(line => new Quiet(line)), new ActionRow([.. buttons, records.UndoButton(entry)])]));
    }

    private IEnumerable<Button> Offers(
        Entry entry, IReadOnlyList<Person> persons, IReadOnlyDictionary<Guid, string> accounts, List<string> told, List<SharedThanks> shared)
    {
        if (told.Count == 0 && shared.Count == 0)
            yield return new Button(KeepThanksPrivateAction.Id, text["thanks.private"], entry.EntryId.ToString());
        var untold = persons.Where(person => accounts.TryGetValue(person.PersonId, out var account) && !told.Contains(account)).ToList();
        foreach (var (index, person) in untold.Index())
        {
            yield return new Button(
                TellThanksAction.Id, text["thanks.tell", person.Name.Split(' ')[0].Truncate(LongestName)], $"{entry.EntryId}/{person.PersonId}",
                More: index >= ShownAtOnce, About: person.Name);
        }

        if (shared.Count == 0)
            yield return new Button(ShareThanksAction.Id, text["thanks.share"], entry.EntryId.ToString());
    }
}
