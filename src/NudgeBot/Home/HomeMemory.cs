using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.Storage;

namespace NudgeBot.Home;

/// <summary>Shows what the member recorded last, and the asks that wait for somebody.</summary>
internal sealed class HomeMemory(BotDb db, EntryWords words, IStringLocalizer<HomeText> text)
{
    private const int Records = 5, Asks = 5;

    public async Task<IReadOnlyList<CardElement>> DrawAsync(Turn turn, CancellationToken cancellationToken) =>
        [.. await LatelyAsync(turn, cancellationToken), .. await AsksAsync(turn, cancellationToken)];

    private async Task<IReadOnlyList<CardElement>> LatelyAsync(Turn turn, CancellationToken cancellationToken)
    {
        var last = await db.Set<Entry>().AsNoTracking().Include(row => row.Persons).OrderByDescending(row => row.RecordedAt).Take(Records).ToListAsync(cancellationToken);
        if (last.Count == 0)
            return [];
        var names = await words.NamesAsync(last, without: null, cancellationToken);
        return
        [
            new Divider(),
            new Heading(text["lately"]),
            new Facts([.. last.Select(entry => new Fact(names(entry), text["lately.one", words.Describe(turn, entry), turn.Show(entry.On)]))]),
        ];
    }

    /// <summary>The member's own open asks, and those that others ask them.</summary>
    private async Task<IReadOnlyList<CardElement>> AsksAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mine = await db.Set<Ask>().AsNoTracking().Where(row => row.ClosedAt == null).OrderBy(row => row.Number).Take(Asks)
            .Select(row => row.Text).ToListAsync(cancellationToken);
        var theirs = await db.Set<AskLetter>().AsNoTracking().Where(row => row.MemberId == turn.MemberId && row.ClosedAt == null && row.OfferedAt == null)
            .OrderByDescending(row => row.AskedAt).Take(Asks).Select(row => row.Text).ToListAsync(cancellationToken);
        if (mine.Count == 0 && theirs.Count == 0)
            return [];
        return
        [
            new Divider(),
            new Heading(text["asks"]),
            .. mine.Select(ask => new Paragraph(text["asks.mine", ask])),
            .. theirs.Select(ask => new Paragraph(text["asks.theirs", ask])),
            new ActionRow(new Button(HomeAction.Id, text["asks.show"], AsksCommand.Info.Name)),
        ];
    }
}
