using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Adds records and confirms each in one line that repeats what was stored, with an Undo button.</summary>
internal sealed class Records(BotDb db, IEnumerable<IEntryObserver> observers, IStringLocalizer<LedgerText> text)
{
    /// <summary>The most characters of a record's text.</summary>
    public const int LongestText = 2000;

    /// <summary>What is wrong with a record that is about to be made, or null when it can be stored.</summary>
    public Reply? Refusal(Turn turn, string what, DateOnly? on)
    {
        if (what.Length > LongestText)
            return text["text.long", LongestText, what.Length].Value;
        return on > turn.Today ? text["future", turn.Show(on.Value)].Value : null as Reply;
    }

    /// <summary>Adds a record about these persons.</summary>
    public async Task<Entry> AddAsync(
        Turn turn, EntryKind kind, IReadOnlyList<Person> persons, string what, DateOnly? on, CancellationToken cancellationToken, DateOnly? dueOn = null)
    {
        var entry = new Entry
        {
            EntryId = turn.NewId(),
            Kind = kind,
            Text = what,
            On = on ?? turn.Today,
            RecordedAt = await InstantAsync(turn, cancellationToken),
            DueOn = dueOn,
            Persons = [.. persons.Select(person => new EntryPerson { PersonId = person.PersonId, IsIntroduction = db.Entry(person).State is EntityState.Added })],
        };
        db.Add(entry);
        await NotifyAsync(turn, entry, cancellationToken);
        return entry;
    }

    /// <summary>Tells whoever must know that a record was added, closed, opened or taken back.</summary>
    public async Task NotifyAsync(Turn turn, Entry entry, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
            await observer.ChangedAsync(turn, entry, cancellationToken);
    }

    /// <summary>A record with its persons, or null when the member has none with this id.</summary>
    public async Task<(Entry Entry, IReadOnlyList<Person> Persons)?> FindAsync(Guid entryId, CancellationToken cancellationToken)
    {
        if (await db.Set<Entry>().Include(row => row.Persons).SingleOrDefaultAsync(row => row.EntryId == entryId, cancellationToken) is not { } entry)
            return null;
        var about = entry.Persons.Select(row => row.PersonId).ToList();
        return (entry, await db.Set<Person>().Where(row => about.Contains(row.PersonId)).OrderBy(row => row.Name).ToListAsync(cancellationToken));
    }

    /// <summary>The confirmation of a record: who, what, when, and Undo beside the buttons that go with it.</summary>
    public Message Confirm(Turn turn, Entry entry, IReadOnlyList<Person> persons, params IReadOnlyList<Button> more)
    {
        var line = Line(turn, entry, persons);
        return new Message(line, new Card([new Paragraph(line), new ActionRow([.. more, UndoButton(entry)])]));
    }

    public Button UndoButton(Entry entry) => new(UndoAction.Id, text["undo"], entry.EntryId.ToString());

    /// <summary>A record in one line, as it is confirmed.</summary>
    public string Line(Turn turn, Entry entry, IReadOnlyList<Person> persons)
    {
        var who = persons.Select(person => person.Name).Humanize();
        var key = $"line.{entry.Kind}" + (entry.Text.Length == 0 ? ".bare" : "");
        return text[key, who, entry.Text, turn.Show(entry.On), entry.DueOn is { } due ? turn.Show(due) : ""];
    }

    // A clock stands still during a turn and may step back; the order of a member's records does not.
    private async Task<DateTimeOffset> InstantAsync(Turn turn, CancellationToken cancellationToken)
    {
        var last = await db.Set<Entry>().OrderByDescending(row => row.RecordedAt).Select(row => (DateTimeOffset?)row.RecordedAt).FirstOrDefaultAsync(cancellationToken);
        var unsaved = db.Set<Entry>().Local.Select(row => (DateTimeOffset?)row.RecordedAt).Max();
        var latest = unsaved > last || last is null ? unsaved : last;
        return latest >= turn.Now ? latest.Value.AddMicroseconds(1) : turn.Now;
    }
}
