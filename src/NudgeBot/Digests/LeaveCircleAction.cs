using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>Takes a member out of a channel's shared circle.</summary>
internal sealed class LeaveCircleAction(BotDb db, SharedCircle circle, IStringLocalizer<DigestText> text) : IAction
{
    public static string Id => "circle.leave";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await circle.MineAsync(turn, cancellationToken) is not { } mine)
            return text["left.never"].Value;
        db.Remove(mine);
        return text["left"].Value;
    }
}
