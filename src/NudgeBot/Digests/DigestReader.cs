using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Digests;

/// <summary>Gathers what a digest shows, changing nothing: a preview and the post itself read the same.</summary>
internal sealed class DigestReader(BotDb db, WaitingCount waiting, CirclePairs pairs)
{
    /// <summary>The most thanks, and the most asks, in one digest; what is left comes with the next. Slack takes 50 blocks in a message.</summary>
    private const int Most = 8;

    /// <summary>What the channel's next digest shows.</summary>
    /// <param name="turn">The channel's turn at the time of the digest.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DigestContent> NextAsync(Turn turn, CancellationToken cancellationToken)
    {
        var channel = turn.Conversation.Id;
        var shared = await InOrderAsync(
            db.Set<SharedThanks>().Where(row => row.ChannelId == channel && row.ShownAt == null), cancellationToken);
        var asks = await InOrderAsync(
            db.Set<PublicAsk>().Where(ask => !db.Set<DigestItem>().Any(item => item.ChannelId == channel && item.ItemId == ask.AskId)), cancellationToken);
        return await NamedAsync(
            channel,
            [.. shared.Take(Most)],
            await waiting.OnAsync(turn.Today, cancellationToken),
            [.. asks.Take(Most)],
            await pairs.NextAsync(channel, turn.Today, cancellationToken),
            cancellationToken);
    }

    /// <summary>What is left of a digest that was posted.</summary>
    public async Task<DigestContent> OfAsync(DigestPost post, CancellationToken cancellationToken)
    {
        var items = post.Items.Select(item => item.ItemId).ToList();
        return await NamedAsync(
            post.ChannelId,
            await InOrderAsync(db.Set<SharedThanks>().Where(row => items.Contains(row.SharedId)), cancellationToken),
            post.Waiting,
            await InOrderAsync(db.Set<PublicAsk>().Where(row => items.Contains(row.AskId)), cancellationToken),
            post.Pairs,
            cancellationToken);
    }

    /// <summary>Thanks that nobody took down, those of one record together, in the order in which they were shared.</summary>
    private static async Task<List<IReadOnlyList<SharedThanks>>> InOrderAsync(IQueryable<SharedThanks> shared, CancellationToken cancellationToken)
    {
        var rows = await shared.Where(row => row.TakenDownAt == null).OrderBy(row => row.SharedAt).ThenBy(row => row.GiverName).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.EntryId).Select(line => line.ToList())];
    }

    private static Task<List<PublicAsk>> InOrderAsync(IQueryable<PublicAsk> asks, CancellationToken cancellationToken) =>
        asks.OrderBy(row => row.AskedAt).ThenBy(row => row.AskId).ToListAsync(cancellationToken);

    private async Task<DigestContent> NamedAsync(
        string channelId, IReadOnlyList<IReadOnlyList<SharedThanks>> thanks, int? waitingCount, IReadOnlyList<PublicAsk> asks, IReadOnlyList<SuggestedPair> suggested,
        CancellationToken cancellationToken)
    {
        List<string> ids =
        [
            .. thanks.Select(line => line[0].FromMemberId), .. asks.Select(ask => ask.AuthorId),
            .. suggested.Select(pair => pair.FirstId), .. suggested.Select(pair => pair.SecondId),
        ];
        var names = await db.Set<Account>().Where(row => ids.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, row => row.Name, cancellationToken);
        var joined = await db.Set<SharedCircleMember>().Where(row => row.ChannelId == channelId).Select(row => row.MemberId).ToHashSetAsync(cancellationToken);
        return new DigestContent(thanks, waitingCount, asks, suggested, joined, names);
    }
}
