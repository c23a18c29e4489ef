using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Digests;

/// <summary>Finds whom the next digest of a channel suggests to each other, from who joined and whom earlier digests named.</summary>
internal sealed class CirclePairs(BotDb db, HelpedTies ties)
{
    public async Task<IReadOnlyList<SuggestedPair>> NextAsync(string channelId, DateOnly today, CancellationToken cancellationToken)
    {
        var members = await (
            from member in db.Set<SharedCircleMember>()
            join account in db.Set<Account>() on member.MemberId equals account.AccountId
            where member.ChannelId == channelId && account.IsActive
            select member.MemberId).ToListAsync(cancellationToken);
        var named = await (
            from pair in db.Set<SuggestedPair>()
            join post in db.Set<DigestPost>() on pair.PostId equals post.PostId
            where post.ChannelId == channelId
            select new { pair.FirstId, pair.SecondId, post.PostedAt }).ToListAsync(cancellationToken);
        var last = named.GroupBy(row => (row.FirstId, row.SecondId)).ToDictionary(rows => rows.Key, rows => rows.Max(row => row.PostedAt));

        var known = await ties.AmongAsync(members, cancellationToken);
        var chosen = FairPairs.Choose(
            members,
            [.. known.Select(tie => tie with { LastSuggested = last.TryGetValue((tie.First, tie.Second), out var at) ? at : null })],
            today);
        return [.. chosen.Select(tie => new SuggestedPair { FirstId = tie.First, SecondId = tie.Second })];
    }
}
