using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Ledger;

/// <summary>Brings a letter of thanks to the one who helped, in their own language, with a button to keep it in their memory.</summary>
internal sealed class ThanksLetterDue(BotDb db, Receivers receivers, Outbox outbox, IStringLocalizer<LedgerText> text) : IScheduled
{
    public static string Kind => "thanks";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        var turn = await receivers.EnterAsync(due, cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var id = Guid.Parse(due.Subject);
        if (await db.Set<ThanksLetter>().SingleOrDefaultAsync(row => row.LetterId == id && row.MemberId == due.MemberId, cancellationToken) is not { } letter)
            return null;
        var from = await db.Set<Account>().Where(row => row.AccountId == letter.FromMemberId).Select(row => row.Name).SingleAsync(cancellationToken);
        var line = text["letter" + (letter.Text.Length == 0 ? ".bare" : ""), from, letter.Text, turn.Show(letter.On)].Value;
        outbox.ToMember(Kind, due.MemberId, new Message(line, new Card([
            new Paragraph(line),
            new ActionRow(new Button(KeepThanksAction.Id, text["letter.keep"], letter.LetterId.ToString())),
        ])), due.Now);
        return null;
    }
}
