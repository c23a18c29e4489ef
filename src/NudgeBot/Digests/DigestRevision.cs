using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
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

    public async Task TakenDownAsync(Turn turn, Guid id, CancellationToken cancellationToken)
    {
        foreach (var post in await db.Set<DigestItem>().Where(row => row.ItemId == id).Select(row => row.PostId).ToListAsync(cancellationToken))
            await schedules.SetAsync(Kind, "", post.ToString(), turn.Now, cancellationToken);
    }

    public async Task<DateTimeOffset?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(due.Subject);
        var post = await db.Set<DigestPost>().Include(row => row.Items).Include(row => row.Pairs).SingleAsync(row => row.PostId == id, cancellationToken);
        var turn = new Turn(
            due.WorkspaceId, "", Conversation.InChannel(post.ChannelId), due.Now, TimeZoneInfo.Utc, CultureInfo.GetCultureInfo(post.Language));
        post.DeliveryId = await outbox.ReplaceAsync(post.DeliveryId, card.Compose(turn, await reader.OfAsync(post, cancellationToken)), due.Now, cancellationToken);
        return null;
    }
}
