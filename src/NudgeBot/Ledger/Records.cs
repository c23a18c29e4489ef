using Humanizer;
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
            RecordedAt = turn.Now,
            DueOn = dueOn,
            Persons = [.. persons.Select(person => new EntryPerson { PersonId = person.PersonId })],
        };
        db.Add(entry);
        foreach (var observer in observers)
            await observer.ChangedAsync(turn, entry, cancellationToken);
        return entry;
    }

    /// <summary>The confirmation of a record: who, what, when, and Undo beside the buttons that go with it.</summary>
    public Message Confirm(Turn turn, Entry entry, IReadOnlyList<Person> persons, params IReadOnlyList<Button> more)
    {
        var line = Line(turn, entry, persons);
        return new Message(line, new Card([
            new Paragraph(line),
            new ActionRow([.. more, new Button(UndoAction.Id, text["undo"], entry.EntryId.ToString())]),
        ]));
    }

    /// <summary>A record in one line, as it is confirmed.</summary>
    public string Line(Turn turn, Entry entry, IReadOnlyList<Person> persons)
    {
        var who = persons.Select(person => person.Name).Humanize();
        var key = $"line.{entry.Kind}" + (entry.Text.Length == 0 ? ".bare" : "");
        return text[key, who, entry.Text, turn.Show(entry.On), entry.DueOn is { } due ? turn.Show(due) : ""];
    }
}
