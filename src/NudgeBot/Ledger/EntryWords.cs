using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Says what a record is where many stand below each other: its kind in words and its text.</summary>
internal sealed class EntryWords(BotDb db, IStringLocalizer<LedgerText> text)
{
    /// <summary>The record's kind and text, without its date and persons.</summary>
    public string Describe(Turn turn, Entry entry)
    {
        var bare = entry.Text.Length == 0 ? ".bare" : "";
        var closed = entry.ClosedAt is null ? "" : ".closed";
        var due = entry.DueOn is { } on ? turn.Show(on) : "";
        var done = entry.ClosedAt is { } at ? turn.Show(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, turn.Zone).DateTime)) : "";
        return text[$"kind.{entry.Kind}{closed}{bare}", entry.Text, due, done];
    }

    /// <summary>The names of the persons of some records.</summary>
    /// <param name="entries">The records, with their persons.</param>
    /// <param name="without">A person who goes without saying, as it is their history.</param>
    public async Task<Func<Entry, string>> NamesAsync(IReadOnlyList<Entry> entries, Guid? without, CancellationToken cancellationToken)
    {
        var ids = entries.SelectMany(entry => entry.Persons).Select(row => row.PersonId).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, row => row.Name, cancellationToken);
        return entry => entry.Persons.Where(row => row.PersonId != without).Select(row => names[row.PersonId]).Order(StringComparer.CurrentCulture).Humanize();
    }
}
