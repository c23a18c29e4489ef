using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary><c>story @ana</c>: the tie with a person told in prose.</summary>
internal sealed class StoryCommand(BotDb db, Names names, Acquaintance acquaintance, Story story, Refusals refusals, IStringLocalizer<LedgerText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("story", "story @ana", "story \"Bo Li\"");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var told = story.Tell(await FactsAsync(turn, found.Person, cancellationToken), turn.Culture);
        return new Message(told, new Card([
            new Heading(found.Person.Name), new Paragraph(told), new ActionRow(History.ButtonFor(found.Person, text["story.history"])),
        ]));
    }

    private async Task<StoryFacts> FactsAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(row => row.Persons.Any(about => about.PersonId == person.PersonId)).ToListAsync(cancellationToken);
        var jobs = await db.Set<Employment>().AsNoTracking().Where(row => row.PersonId == person.PersonId).OrderBy(row => row.Since).ToListAsync(cancellationToken);
        List<Entry> contacts = [.. entries.Where(entry => entry.Kind is EntryKind.Gave or EntryKind.Received or EntryKind.Touch)];
        var since = (await acquaintance.SinceAsync(turn, [person], cancellationToken))[person.PersonId];
        return new StoryFacts(
            person.Name,
            since,
            [
                .. contacts.Select(entry => new StoryEvent(entry.On, Kind(entry), entry.Text)),
                // Where somebody worked when the member met them is told; what was over by then is not.
                .. jobs.Where(job => job.Until is null || job.Until > since).Select((job, index) => new StoryEvent(
                    job.Since < since ? since : job.Since, index == 0 ? StoryEventKind.WorkedAt : StoryEventKind.MovedTo, job.Employer)),
            ],
            contacts.Count == 0 ? null : contacts.Max(entry => entry.On),
            [.. entries.Where(entry => entry is { Kind: EntryKind.Need, ClosedAt: null }).OrderByDescending(entry => entry.On).Take(3).Select(entry => entry.Text)]);
    }

    private static StoryEventKind Kind(Entry entry) => entry.Kind switch
    {
        EntryKind.Gave => StoryEventKind.Gave,
        EntryKind.Received => StoryEventKind.Received,
        _ => StoryEventKind.Touch,
    };
}
