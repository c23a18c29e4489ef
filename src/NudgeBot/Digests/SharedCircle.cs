using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>The shared circle of the channel that a turn happens in.</summary>
internal sealed class SharedCircle(BotDb db, IStringLocalizer<DigestText> text)
{
    /// <summary>The member's own row, or null when they have not joined.</summary>
    public Task<SharedCircleMember?> MineAsync(Turn turn, CancellationToken cancellationToken) =>
        db.Set<SharedCircleMember>().SingleOrDefaultAsync(row => row.ChannelId == turn.Conversation.Id && row.MemberId == turn.MemberId, cancellationToken);

    /// <summary>The button that the member can use now: to join, or to leave.</summary>
    public async Task<Button> ButtonAsync(Turn turn, CancellationToken cancellationToken) =>
        await MineAsync(turn, cancellationToken) is null ? new(JoinCircleAction.Id, text["join"]) : new(LeaveCircleAction.Id, text["leave"]);
}
