using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Tells a colleague who helped, once: a letter that <see cref="ThanksLetterDue"/> brings in the receiver's own language.</summary>
internal sealed class TellThanksAction(
    BotDb db, Records records, Givers givers, ThanksCard card, Schedules schedules, IStringLocalizer<LedgerText> text) : IAction
{
    public static string Id => "thanks.tell";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/') is not [var entryId, var personId]
            || !Guid.TryParse(entryId, out var entryKey) || !Guid.TryParse(personId, out var personKey)
            || await records.FindAsync(entryKey, cancellationToken) is not var (entry, persons) || entry.Kind is not EntryKind.Received)
            return new Message(text["thanks.gone"], Replaces: true);
        var accounts = await givers.AccountsAsync(persons, cancellationToken);
        if (!accounts.TryGetValue(personKey, out var account))
            return new Message(text["thanks.nobody"]);
        if (!await db.Set<ThanksLetter>().AnyAsync(row => row.FromMemberId == turn.MemberId && row.EntryId == entry.EntryId && row.MemberId == account, cancellationToken))
        {
            var letter = new ThanksLetter { MemberId = account, LetterId = turn.NewId(), EntryId = entry.EntryId, Text = entry.Text, On = entry.On };
            db.Add(letter);
            await schedules.SetAsync(ThanksLetterDue.Kind, account, letter.LetterId.ToString(), turn.Now, cancellationToken);
        }

        return (await card.ShowAsync(turn, entry, persons, cancellationToken)) with { Replaces = true };
    }
}
