using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Ledger;

/// <summary>Tells the one who helped that a channel's next digest will say so, with a button to take it down.</summary>
internal sealed class SharedThanksDue(BotDb db, Receivers receivers, Outbox outbox, IStringLocalizer<LedgerText> text) : IScheduled
{
    public static string Kind => "thanks.shared";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        var turn = await receivers.EnterAsync(due, cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var id = Guid.Parse(due.Subject);
        var shared = await db.Set<SharedThanks>().SingleOrDefaultAsync(
            row => row.SharedId == id && row.GiverAccountId == due.MemberId && row.TakenDownAt == null, cancellationToken);
        if (shared is null)
            return null;
        var from = await db.Set<Account>().Where(row => row.AccountId == shared.FromMemberId).Select(row => row.Name).SingleAsync(cancellationToken);
        var line = text["shared" + (shared.Text.Length == 0 ? ".bare" : ""), from, shared.Text, turn.Show(shared.On), shared.ChannelName].Value;
        outbox.ToMember(Kind, due.MemberId, new Message(line, new Card([
            new Paragraph(line),
            new ActionRow(new Button(TakeDownThanksAction.Id, text["thanks.takedown"], shared.SharedId.ToString())),
        ])), due.Now);
        return null;
    }
}
