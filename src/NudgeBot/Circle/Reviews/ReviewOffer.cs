using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Reviews;

/// <summary>Offers the review twice a year to a member who has a circle and wants nudges.</summary>
internal sealed class ReviewOffer(BotDb db, Turns turns, Outbox outbox, IStringLocalizer<CircleText> text) : IScheduled
{
    public static string Kind => "review";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, member)
            || !await db.Set<Associate>().AnyAsync(row => row.RestedOn == null, cancellationToken))
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var begunAt = await db.Set<Review>().Select(row => (DateTimeOffset?)row.BegunAt).SingleOrDefaultAsync(cancellationToken);
        var begunOn = begunAt is { } begun ? ReviewPlan.DayOf(begun, turn.Zone) : null as DateOnly?;
        var (offer, next) = ReviewPlan.At(turn.Today, ReviewPlan.DayOf(due.DueAt, turn.Zone), begunOn, member);
        if (offer)
        {
            outbox.ToMember(Kind, turn.MemberId, new Message(text["review.offer"], new Card(
                new Paragraph(text["review.offer"]),
                new ActionRow(
                    new Button(ReviewAction.Id, text["review.begin"], ReviewAction.Begin, ButtonStyle.Primary),
                    new Button(ReviewAction.Id, text["review.later"], ReviewAction.Later)))), turn.Now);
        }

        return turn.On(next, member.NudgeTime);
    }
}
