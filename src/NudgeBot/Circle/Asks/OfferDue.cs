using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Circle.Asks;

/// <summary>Tells an author, in their own language, who can help with their ask. Due at once when somebody says so.</summary>
internal sealed class OfferDue(BotDb db, Turns turns, Outbox outbox, IStringLocalizer<CircleText> text) : IScheduled
{
    public static string Kind => "ask.offer";

    /// <summary>Which ask, and who can help.</summary>
    public static string Subject(AskLetter letter) => $"{letter.AskId}/{letter.MemberId}";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, _)
            || due.Subject.Split('/', 2) is not [var askId, var helper] || !Guid.TryParse(askId, out var id)
            || await db.Set<AskLetter>().SingleOrDefaultAsync(row => row.MemberId == helper && row.AskId == id, cancellationToken) is not { } letter)
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var name = await db.Set<Account>().Where(row => row.AccountId == helper).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken);
        var line = text["help.offer", name ?? helper, letter.Number, letter.Text].Value;
        outbox.ToMember("ask", turn.MemberId, new Message(line, new Card(
            new Paragraph(line),
            new ActionRow(new Button(AskAction.Id, text["ask.button.done", letter.Number], $"{AskAction.Done}/{letter.AskId}")))), turn.Now);
        return null;
    }
}
