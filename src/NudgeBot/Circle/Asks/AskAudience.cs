using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary>
/// Takes the member's open asks away from those who hold no seat any more, but for those who offered to help and those asks that everybody
/// may see. It looks the same as an ask that is done. Who is chosen later is not shown earlier asks, since the moment at which they appear
/// would tell of the choice.
/// </summary>
internal sealed class AskAudience(BotDb db)
{
    public async Task FollowAsync(Turn turn, CancellationToken cancellationToken)
    {
        var left = await db.Set<AskLetter>()
            .Where(letter => letter.FromMemberId == turn.MemberId && letter.PersonId != null && letter.OfferedAt == null && letter.ClosedAt == null)
            .Where(letter => !db.Set<Associate>().Any(seat => seat.PersonId == letter.PersonId && seat.RestedOn == null))
            .Where(letter => !db.Set<PublicAsk>().Any(shown => shown.AskId == letter.AskId))
            .ToListAsync(cancellationToken);
        db.RemoveRange(left);
    }
}
