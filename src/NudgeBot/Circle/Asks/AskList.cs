using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Circle.Asks;

/// <summary>One's own open asks by number with who can help, and the open asks of others that one is shown.</summary>
internal sealed class AskList(BotDb db, Asking asking, CircleWords words, IStringLocalizer<CircleText> text)
{
    public async Task<Message> ShowAsync(Turn turn, CancellationToken cancellationToken)
    {
        var me = turn.MemberId;
        var mine = await db.Set<Ask>().Where(row => row.ClosedAt == null).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var publicIds = await db.Set<PublicAsk>().Where(row => row.AuthorId == me).Select(row => row.AskId).ToListAsync(cancellationToken);
        var offers = await (
            from letter in db.Set<AskLetter>()
            join account in db.Set<Account>() on letter.MemberId equals account.AccountId
            where letter.FromMemberId == me && letter.OfferedAt != null
            select new { letter.AskId, account.Name }).ToListAsync(cancellationToken);
        var shown = await (
            from letter in db.Set<AskLetter>()
            join account in db.Set<Account>() on letter.FromMemberId equals account.AccountId
            where letter.MemberId == me && letter.ClosedAt == null
            orderby letter.AskedAt, letter.Number
            select new { Letter = letter, account.Name }).ToListAsync(cancellationToken);
        if (mine.Count == 0 && shown.Count == 0)
            return new Message(text["asks.none"]);

        List<CardElement> elements = [];
        List<string> lines = [];
        if (mine.Count > 0)
            Add(new Paragraph(text["asks.mine"]), text["asks.mine"]);
        foreach (var ask in mine)
        {
            var line = text["asks.own", ask.Number, ask.Text, words.Ago(turn, DayOf(turn, ask.AskedAt))].Value;
            if (publicIds.Contains(ask.AskId))
                line += text["asks.isPublic"];
            if (offers.Where(offer => offer.AskId == ask.AskId).Select(offer => offer.Name).Order().ToList() is { Count: > 0 } helpers)
                line += text["asks.helpers", helpers.Humanize(text["and"])];
            Add(new Paragraph(line), line);
            elements.Add(new ActionRow(
                asking.Action(ask, AskAction.Done),
                asking.Action(ask, publicIds.Contains(ask.AskId) ? AskAction.Hide : AskAction.Publish) with { More = true }));
        }

        if (shown.Count > 0)
            Add(new Paragraph(text["asks.theirs"]), text["asks.theirs"]);
        foreach (var one in shown)
        {
            var line = text["asks.other", one.Name, one.Letter.Text, words.Ago(turn, DayOf(turn, one.Letter.AskedAt))].Value;
            Add(new Paragraph(line), line);
            elements.Add(new ActionRow(one.Letter.OfferedAt is null
                ? new Button(HelpAction.Id, text["help.can"], one.Letter.AskId.ToString(), ButtonStyle.Primary, About: one.Name)
                : new Button(HelpedAction.Id, text["help.log"], one.Letter.AskId.ToString(), About: one.Name)));
        }

        return new Message(string.Join('\n', lines), new Card([.. elements]));

        void Add(CardElement element, string line)
        {
            elements.Add(element);
            lines.Add(line);
        }
    }

    private static DateOnly DayOf(Turn turn, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, turn.Zone).DateTime);
}
