using Humanizer;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary>Closes a need that was met or a follow-up that was done, and opens it again.</summary>
internal sealed class Closing(Records records, IStringLocalizer<LedgerText> text)
{
    // What fits beside other buttons on a phone.
    private const int LongestLabel = 30;

    /// <summary>The button that closes a record which is open.</summary>
    public Button Button(Entry entry) => new(CloseAction.Id, text[$"close.{entry.Kind}"], entry.EntryId.ToString(), About: entry.Text);

    /// <summary>The same in a list, where the label must say which record is meant.</summary>
    /// <param name="entry">The open record.</param>
    /// <param name="place">What the list is, so that it can be shown anew.</param>
    public Button ButtonInList(Entry entry, string place) =>
        new(CloseAction.Id, $"{text[$"close.{entry.Kind}"]}: {entry.Text}".Truncate(LongestLabel), $"{entry.EntryId}/{place}", About: entry.Text);

    /// <summary>Closes the record, or opens it again. Doing it twice changes nothing more.</summary>
    public async Task<Message> SetAsync(Turn turn, Guid entryId, bool closed, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(entryId, cancellationToken) is not var (entry, persons) || entry.Kind is not (EntryKind.Need or EntryKind.FollowUp))
            return new Message(text["close.gone"]);
        if (closed != entry.ClosedAt is not null)
        {
            entry.ClosedAt = closed ? turn.Now : null;
            await records.NotifyAsync(turn, entry, cancellationToken);
        }

        return closed ? Closed(turn, entry, persons) : records.Confirm(turn, entry, persons, Button(entry));
    }

    private Message Closed(Turn turn, Entry entry, IReadOnlyList<Person> persons)
    {
        var line = text[$"closed.{entry.Kind}", records.Line(turn, entry, persons)];
        return new Message(line, new Card([new Paragraph(line), new ActionRow(new Button(ReopenAction.Id, text["reopen"], entry.EntryId.ToString()))]));
    }
}
