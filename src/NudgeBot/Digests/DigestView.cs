using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Digests;

/// <summary>
/// A digest as one of those who read the channel sees it: with the buttons that are of use to them. Looking changes nothing, and takes nobody
/// in who never said anything.
/// </summary>
internal sealed class DigestView(BotDb db, DigestReader reader, DigestCard card, WorkspaceTime time)
{
    /// <summary>What stands now where the digest was posted; null when no such digest was posted in that channel.</summary>
    /// <param name="view">What <see cref="Card.View"/> said; it may have been guessed.</param>
    /// <param name="channelId">The channel in which somebody looks.</param>
    /// <param name="viewer">Their account.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Message?> ShowAsync(string? view, string channelId, string viewer, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(view, out var id))
            return null;
        var posts = db.Set<DigestPost>().AsNoTracking().Include(row => row.Items).Include(row => row.Pairs).AsSplitQuery();
        return await posts.SingleOrDefaultAsync(row => row.PostId == id && row.ChannelId == channelId, cancellationToken) is { } post
            ? card.Compose(post.TurnAt(time.Now(post.WorkspaceId)), await reader.OfAsync(post, cancellationToken), post.PostId, viewer)
            : null;
    }
}
