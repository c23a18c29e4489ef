using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>Lets a member join the shared circle of the channel whose digest they read, and says what that means.</summary>
internal sealed class JoinCircleAction(BotDb db, SharedCircle circle, IStringLocalizer<DigestText> text) : IAction
{
    public static string Id => "circle.join";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (!await db.Set<Digest>().AnyAsync(row => row.ChannelId == turn.Conversation.Id, cancellationToken))
            return text["join.none"].Value;
        if (await circle.MineAsync(turn, cancellationToken) is null)
            db.Add(new SharedCircleMember { ChannelId = turn.Conversation.Id, MemberId = turn.MemberId, JoinedAt = turn.Now });
        var line = text["joined"].Value;
        return new Message(line, new Card([new Paragraph(line), new ActionRow(new Button(LeaveCircleAction.Id, text["leave"]))]));
    }
}
