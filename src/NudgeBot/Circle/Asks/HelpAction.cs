using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Circle.Asks;

/// <summary>
/// The button "I can help" under an ask that one is shown, or a public one in a digest; its value is the ask's id. It lets the author
/// know who, once, and offers to log the help afterwards.
/// </summary>
internal sealed class HelpAction(BotDb db, Schedules schedules, IStringLocalizer<CircleText> text) : IAction
{
    public static string Id => "ask.help";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var letter = await db.Set<AskLetter>().SingleOrDefaultAsync(row => row.MemberId == turn.MemberId && row.AskId == press.Id, cancellationToken);
        if (letter is null && await db.Set<PublicAsk>().SingleOrDefaultAsync(row => row.AskId == press.Id, cancellationToken) is { } shown)
        {
            if (shown.AuthorId == turn.MemberId)
                return text["help.own"].Value;
            db.Add(letter = new AskLetter
            {
                MemberId = turn.MemberId,
                FromMemberId = shown.AuthorId,
                AskId = shown.AskId,
                Number = shown.Number,
                Text = shown.Text,
                AskedAt = shown.AskedAt,
            });
        }

        if (letter is null || (letter.ClosedAt is not null && letter.OfferedAt is null))
            return text["help.gone"].Value;
        var author = await db.Set<Account>().Where(row => row.AccountId == letter.FromMemberId).Select(row => row.Name).SingleAsync(cancellationToken);
        if (letter.OfferedAt is null)
        {
            letter.OfferedAt = turn.Now;
            await schedules.SetAsync(OfferDue.Kind, letter.FromMemberId, OfferDue.Subject(letter), turn.Now, cancellationToken);
        }

        var line = text["help.told", author, letter.Text].Value;
        return new Message(line, new Card(
            new Paragraph(line),
            new ActionRow(new Button(HelpedAction.Id, text["help.log"], letter.AskId.ToString(), About: author))));
    }
}
