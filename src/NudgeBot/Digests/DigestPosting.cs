using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>Posts a channel's digest when it is due. When there is nothing to show, nothing is posted.</summary>
internal sealed class DigestPosting(BotDb db, DigestReader reader, DigestCard card, Outbox outbox) : IScheduled
{
    /// <summary>How long after its time a digest is still posted, when nobody could post it then; later it waits for the next time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public static string Kind => "digest";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await db.Set<Digest>().SingleOrDefaultAsync(row => row.ChannelId == due.Subject, cancellationToken) is not { } digest)
            return null;
        // Only the latest of the times that were missed counts, so a downtime never brings several posts at once.
        if (digest.NextAfter(due.Now - Patience) <= due.Now)
            await PostAsync(digest, digest.TurnAt(due.Now), cancellationToken);
        return digest.DueAfter(due.Now);
    }

    private async Task PostAsync(Digest digest, Turn turn, CancellationToken cancellationToken)
    {
        var content = await reader.NextAsync(turn, cancellationToken);
        if (content.IsEmpty)
            return;
        var shown = content.Thanks.SelectMany(line => line).ToList();
        foreach (var row in shown)
            row.ShownAt = turn.Now;
        var postId = turn.NewId();
        db.Add(new DigestPost
        {
            PostId = postId,
            ChannelId = digest.ChannelId,
            PostedAt = turn.Now,
            DeliveryId = outbox.ToChannel(Kind, digest.ChannelId, card.Compose(turn, content, postId), turn.Now),
            Language = digest.Language,
            Waiting = content.Waiting,
            Items =
            [
                .. shown.Select(row => row.SharedId).Concat(content.Asks.Select(ask => ask.AskId))
                    .Select(id => new DigestItem { ChannelId = digest.ChannelId, ItemId = id }),
            ],
            Pairs = [.. content.Pairs],
        });
    }
}
