using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Finds a member's own records and persons by words, the newest record first, ten a page.</summary>
internal sealed class Find(BotDb db, IWordSearch search, EntryWords entryWords, Acquaintance acquaintance, PersonCard personCard, IStringLocalizer<LedgerText> text)
{
    private const int PageSize = 10, MostPersons = 5;

    /// <summary>A page of what was found.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="typed">The words, at most <see cref="FindWords.Longest"/> characters.</param>
    /// <param name="skip">How many of the newest records lie before the page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Message> PageAsync(Turn turn, string typed, int skip, CancellationToken cancellationToken)
    {
        var words = FindWords.Of(typed);
        if (words.Count == 0)
            return new Message(text["find.words"]);
        var entryIds = search.Find(Searched.Entries, words);
        var found = await db.Set<Entry>().AsNoTracking().Include(row => row.Persons).Where(row => entryIds.Contains(row.EntryId))
            .OrderByDescending(row => row.On).ThenByDescending(row => row.RecordedAt).Skip(skip).Take(PageSize + 1).ToListAsync(cancellationToken);
        List<Entry> page = [.. found.Take(PageSize)];
        var personIds = search.Find(Searched.Persons, words);
        var persons = skip > 0 ? [] : await db.Set<Person>().AsNoTracking().Where(row => personIds.Contains(row.PersonId))
            .OrderBy(row => row.Name).Take(MostPersons).ToListAsync(cancellationToken);
        if (page.Count + persons.Count == 0)
            return new Message(text["find.nothing", typed]);

        var names = await entryWords.NamesAsync(page, null, cancellationToken);
        var since = await acquaintance.SinceAsync(turn, persons, cancellationToken);
        List<string> known = [.. persons.Select(person => personCard.Line(turn, person, since[person.PersonId]))];
        List<Fact> facts = [.. page.Select(entry => new Fact(turn.Show(entry.On), $"{names(entry)} · {entryWords.Describe(turn, entry)}"))];
        List<Button> buttons = [.. persons.Select(person => History.ButtonFor(person, person.Name))];
        if (found.Count > PageSize)
            buttons.Add(new Button(FindAction.Id, text["more"], string.Create(CultureInfo.InvariantCulture, $"{skip + PageSize}/{typed}")));
        return new Message(
            string.Join('\n', known.Concat(facts.Select(fact => $"{fact.Label}: {fact.Text}"))),
            new Card([
                new Heading(text["find.title", typed]),
                .. known.Select(line => new Paragraph(line)),
                .. facts.Count > 0 ? [new Facts(facts)] : Array.Empty<CardElement>(),
                .. buttons.Count > 0 ? [new ActionRow(buttons)] : Array.Empty<CardElement>(),
            ]));
    }
}
