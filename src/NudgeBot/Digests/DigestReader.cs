using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Digests;

/// <summary>Gathers what a digest shows, changing nothing: a preview and the post itself read the same.</summary>
internal sealed class DigestReader(BotDb db, WaitingCount waiting, HelpedTies ties)
{
    /// <summary>The most thanks in one digest; what is left comes with the next. Slack shows 50 blocks at the most in a message.</summary>
    private const int Most = 10;

    /// <summary>What the channel's next digest shows.</summary>
    /// <param name="turn">The channel's turn at the time of the digest.</param>
    public async Task<DigestContent> NextAsync(Turn turn, CancellationToken cancellationToken)
    {
        var channel = turn.Conversation.Id;
        var shared = await db.Set<SharedThanks>().Where(row => row.ChannelId == channel && row.ShownAt == null && row.TakenDownAt == null)
            .OrderBy(row => row.SharedAt).ThenBy(row => row.SharedId).ToListAsync(cancellationToken);
        return await NamedAsync(
            [.. Lines(shared).Take(Most)],
            await waiting.OnAsync(turn.Today, cancellationToken),
            await PairsAsync(channel, turn.Today, cancellationToken),
            cancellationToken);
    }

    /// <summary>What is left of a digest that was posted.</summary>
    public async Task<DigestContent> OfAsync(DigestPost post, CancellationToken cancellationToken)
    {
        var items = post.Items.Select(item => item.ItemId).ToList();
        var shared = await db.Set<SharedThanks>().Where(row => items.Contains(row.SharedId) && row.TakenDownAt == null)
            .OrderBy(row => row.SharedAt).ThenBy(row => row.SharedId).ToListAsync(cancellationToken);
        return await NamedAsync(Lines(shared), post.Waiting, post.Pairs, cancellationToken);
    }

    private static List<IReadOnlyList<SharedThanks>> Lines(IEnumerable<SharedThanks> shared) =>
        [.. shared.GroupBy(row => row.EntryId).Select(rows => rows.ToList())];

    private async Task<List<SuggestedPair>> PairsAsync(string channel, DateOnly today, CancellationToken cancellationToken)
    {
        var members = await (
            from member in db.Set<SharedCircleMember>()
            join account in db.Set<Account>() on member.MemberId equals account.AccountId
            where member.ChannelId == channel && account.IsActive
            select member.MemberId).ToListAsync(cancellationToken);
        var suggested = await (
            from pair in db.Set<SuggestedPair>()
            join post in db.Set<DigestPost>() on pair.PostId equals post.PostId
            where post.ChannelId == channel
            select new { pair.First, pair.Second, post.PostedAt }).ToListAsync(cancellationToken);
        var last = suggested.GroupBy(row => (row.First, row.Second)).ToDictionary(rows => rows.Key, rows => rows.Max(row => row.PostedAt));

        var known = await ties.AmongAsync(members, cancellationToken);
        var chosen = FairPairs.Choose(
            members,
            [.. known.Select(tie => tie with { LastSuggested = last.TryGetValue((tie.First, tie.Second), out var at) ? at : null })],
            today);
        return [.. chosen.Select(tie => new SuggestedPair { First = tie.First, Second = tie.Second })];
    }

    private async Task<DigestContent> NamedAsync(
        IReadOnlyList<IReadOnlyList<SharedThanks>> thanks, int? waitingCount, IReadOnlyList<SuggestedPair> pairs, CancellationToken cancellationToken)
    {
        var ids = thanks.SelectMany(line => line).Select(row => row.FromMemberId).Concat(pairs.SelectMany(pair => new[] { pair.First, pair.Second })).ToList();
        var names = await db.Set<Account>().Where(row => ids.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, row => row.Name, cancellationToken);
        return new DigestContent(thanks, waitingCount, pairs, names);
    }
}
