using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>
/// Takes shared thanks down: a button of the one who shared them, of the one who helped, and of the digest that shows them. For anybody
/// else it does nothing.
/// </summary>
internal sealed class TakeDownThanksAction(
    BotDb db, Records records, ThanksCard card, IEnumerable<ITakeDownObserver> observers, IStringLocalizer<LedgerText> text) : IAction
{
    public static string Id => "thanks.takedown";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var shared = await db.Set<SharedThanks>().SingleOrDefaultAsync(row => row.SharedId == press.Id, cancellationToken);
        // A digest is everybody's message, and is not replaced by what one of them hears.
        var replaces = turn.Conversation.IsDirect;
        if (shared is null)
            return new Message(text["takedown.gone"], Replaces: replaces);
        if (shared.FromMemberId == turn.MemberId)
            return await ByWhoSharedAsync(turn, shared, replaces, cancellationToken);
        // One line of a digest, and its one button, stands for all who helped; each takes down what is about them.
        var mine = await db.Set<SharedThanks>()
            .Where(row => row.FromMemberId == shared.FromMemberId && row.EntryId == shared.EntryId && row.GiverAccountId == turn.MemberId).ToListAsync(cancellationToken);
        if (mine.Count == 0)
            return new Message(text["takedown.others"]);
        foreach (var row in mine)
            await TakeDownAsync(turn, row, cancellationToken);
        return new Message(text["takedown.done", shared.ChannelName], Replaces: replaces);
    }

    // Whoever shared help by several persons takes all of it down at once.
    private async Task<Reply> ByWhoSharedAsync(Turn turn, SharedThanks shared, bool replaces, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Set<SharedThanks>().Where(row => row.FromMemberId == turn.MemberId && row.EntryId == shared.EntryId).ToListAsync(cancellationToken))
            await TakeDownAsync(turn, row, cancellationToken);
        return replaces && await records.FindAsync(shared.EntryId, cancellationToken) is var (entry, persons)
            ? (await card.ShowAsync(turn, entry, persons, cancellationToken)) with { Replaces = true }
            : new Message(text["takedown.done", shared.ChannelName], Replaces: replaces);
    }

    private async Task TakeDownAsync(Turn turn, SharedThanks shared, CancellationToken cancellationToken)
    {
        shared.TakenDownAt ??= turn.Now;
        foreach (var observer in observers)
            await observer.TakenDownAsync(turn, shared.SharedId, cancellationToken);
    }
}
