using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Shows what is recorded with a person, newest first, ten records a page.</summary>
internal sealed class History(BotDb db, EntryWords words, Acquaintance acquaintance, Closing closing, SamePersons samePersons, PersonCard personCard, IStringLocalizer<LedgerText> text)
{
    private const int PageSize = 10;

    /// <summary>A page, or null when the member knows no such person.</summary>
    public async Task<Message?> PageAsync(Turn turn, HistoryPlace place, CancellationToken cancellationToken)
    {
        // What the same turn changed shows.
        await db.SaveChangesAsync(cancellationToken);
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == place.PersonId, cancellationToken) is not { } person)
            return null;
        var found = await db.Set<Entry>().AsNoTracking().Include(row => row.Persons)
            .Where(row => row.Persons.Any(about => about.PersonId == person.PersonId))
            .OrderByDescending(row => row.On).ThenByDescending(row => row.RecordedAt)
            .Skip(place.Skip).Take(PageSize + 1).ToListAsync(cancellationToken);
        List<Entry> page = [.. found.Take(PageSize)];
        var others = await words.NamesAsync(page, person.PersonId, cancellationToken);

        List<Fact> facts = [.. page.Select(entry => new Fact(turn.Show(entry.On), With(words.Describe(turn, entry), others(entry))))];
        var about = place.Skip == 0 ? personCard.About(turn, person, (await acquaintance.SinceAsync(turn, [person], cancellationToken))[person.PersonId]) : text["history.older"].Value;
        List<Button> buttons = [];
        if (found.Count > PageSize)
            buttons.Add(new Button(HistoryAction.Id, text["more"], (place with { Skip = place.Skip + PageSize }).ToString(), About: person.Name));
        if (place.Skip == 0)
            buttons.AddRange([personCard.EditButton(person), .. await samePersons.ButtonsAsync(person, cancellationToken)]);

        List<Button> open = [.. page.Where(entry => entry is { Kind: EntryKind.Need or EntryKind.FollowUp, ClosedAt: null }).Select(entry => closing.ButtonInList(entry, place.ToString()))];
        var nothing = facts.Count == 0 ? text["history.nothing", person.Name].Value : null;
        return new Message(
            string.Join('\n', [$"{person.Name}: {about}", .. facts.Select(fact => $"{fact.Label}: {fact.Text}"), .. nothing is null ? Array.Empty<string>() : [nothing]]),
            new Card([
                new Heading(person.Name),
                new Quiet(about),
                nothing is null ? new Facts(facts) : new Paragraph(nothing),
                .. open.Count > 0 ? [new ActionRow(open)] : Array.Empty<CardElement>(),
                .. buttons.Count > 0 ? [new ActionRow(buttons)] : Array.Empty<CardElement>(),
            ]));
    }

    /// <summary>The button that opens somebody's history.</summary>
    public static Button ButtonFor(Person person, string label) => new(HistoryAction.Id, label, new HistoryPlace(person.PersonId, 0).ToString(), About: person.Name);

    private string With(string described, string others) => others.Length == 0 ? described : text["history.also", described, others];
}
