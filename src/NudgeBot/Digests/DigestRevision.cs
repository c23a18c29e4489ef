using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>
/// Posts a digest anew, in the place of what stands in the channel, once something that it showed was taken down. It runs as a schedule of
/// the channel's because the member who took it down does not own the post.
/// </summary>
internal sealed class DigestRevision(BotDb db, DigestReader reader, DigestCard card, Outbox outbox, Schedules schedules) : IScheduled, ITakeDownObserver
{
    public static string Kind => "digest.revision";

    public Task TakenDownAsync(Turn turn, Guid id, CancellationToken cancellationToken) => TakenDownAsync(turn, [id], cancellationToken);

    public async Task TakenDownAsync(Turn turn, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => await ReviseAsync(
        turn, await db.Set<DigestItem>().Where(row => ids.Contains(row.ItemId)).Select(row => row.PostId).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Has every post done anew that names the member, once what it named is gone. To be called while it is still there.</summary>
    public async Task ForgetAsync(Turn turn, CancellationToken cancellationToken)
    {
        var me = turn.MemberId;
        var shared = await db.Set<SharedThanks>().Where(row => row.FromMemberId == me || row.GiverAccountId == me).Select(row => row.SharedId).ToListAsync(cancellationToken);
        var asks = await db.Set<PublicAsk>().Where(row => row.AuthorId == me).Select(row => row.AskId).ToListAsync(cancellationToken);
        await TakenDownAsync(turn, [.. shared, .. asks], cancellationToken);
        var pairs = await db.Set<SuggestedPair>().Where(row => row.FirstId == me || row.SecondId == me).Select(row => row.PostId).ToListAsync(cancellationToken);
        await ReviseAsync(turn, pairs, cancellationToken);
    }

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(due.Subject);
        var posts = db.Set<DigestPost>().Include(row => row.Items).Include(row => row.Pairs);
        if (await posts.SingleOrDefaultAsync(row => row.PostId == id, cancellationToken) is not { } post)
            return null;
        var message = card.Compose(post.TurnAt(due.Now), await reader.OfAsync(post, cancellationToken), post.PostId);
        post.DeliveryId = await outbox.ReplaceAsync(post.DeliveryId, message, due.Now, cancellationToken);
        return null;
    }

    private async Task ReviseAsync(Turn turn, IEnumerable<Guid> posts, CancellationToken cancellationToken)
    {
        foreach (var post in posts.Distinct())
            await schedules.SetAsync(Kind, "", post.ToString(), turn.Now, cancellationToken);
    }
}
