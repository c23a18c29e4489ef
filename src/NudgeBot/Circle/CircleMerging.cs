using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle.Asks;
using NudgeBot.Circle.Mutual;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>When two persons turn out to be one, the place in the circle of either is that one's; a seat goes before a rest.</summary>
internal sealed class CircleMerging(BotDb db, ChoiceLetters letters, Upkeep upkeep) : IPersonObserver
{
    public async Task MergedAsync(Turn turn, Person from, Person into, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.Set<PendingChoice>().Where(row => row.PersonId == from.PersonId).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<CircleChange>().Where(row => row.PersonId == from.PersonId).ToListAsync(cancellationToken));
        foreach (var letter in await db.Set<AskLetter>().Where(row => row.PersonId == from.PersonId).ToListAsync(cancellationToken))
            letter.PersonId = into.PersonId;
        if (await RowAsync(from, cancellationToken) is { } left)
        {
            var stays = await RowAsync(into, cancellationToken);
            var merged = One(Standing.Of(stays), Standing.Of(left)!);
            if (stays is null)
                db.Add(stays = new Associate { PersonId = into.PersonId, Ring = merged.Ring, ChosenOn = merged.ChosenOn, Leaning = left.Leaning });
            merged.ApplyTo(stays);
            await letters.MergeAsync(from.PersonId, into.PersonId, cancellationToken);
            db.Remove(left);
        }

        await upkeep.FollowAsync(turn, cancellationToken);
    }

    private static Standing One(Standing? stays, Standing left)
    {
        if (stays is null)
            return left;
        var (first, second) = left.HasSeat && !stays.HasSeat ? (left, stays) : (stays, left);
        return first with
        {
            Reason = first.Reason.Length > 0 ? first.Reason : second.Reason,
            Cadence = first.Cadence ?? second.Cadence,
            CadenceDays = first.CadenceDays ?? second.CadenceDays,
        };
    }

    private ValueTask<Associate?> RowAsync(Person person, CancellationToken cancellationToken) =>
        db.FindAsync<Associate>([db.WorkspaceId, db.MemberId, person.PersonId], cancellationToken);
}
