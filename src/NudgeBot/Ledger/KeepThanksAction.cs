using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>The one who was thanked keeps it in their own memory: a help they gave to the one who thanks. Pressing again adds nothing.</summary>
internal sealed class KeepThanksAction(BotDb db, Names names, Records records, IStringLocalizer<LedgerText> text) : IAction
{
    public static string Id => "thanks.keep";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var letter = await db.Set<ThanksLetter>().SingleOrDefaultAsync(row => row.LetterId == press.Id && row.MemberId == turn.MemberId, cancellationToken);
        if (letter is null)
            return new Message(text["thanks.gone"]);
        if (await db.Set<Entry>().AnyAsync(row => row.EntryId == letter.KeptEntryId, cancellationToken))
            return new Message(text["letter.kept"]);
        var found = await names.ResolveAsync(turn, new PersonName.Mention(0, letter.FromMemberId, null), cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        // The sender's today can be the receiver's tomorrow.
        var on = letter.On > turn.Today ? turn.Today : letter.On;
        var entry = await records.AddAsync(turn, EntryKind.Gave, found.Persons, letter.Text, on, cancellationToken);
        letter.KeptEntryId = entry.EntryId;
        return records.Confirm(turn, entry, found.Persons);
    }
}
