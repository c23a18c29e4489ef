using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Mutual;

/// <summary>
/// Keeps the member's letters true to their circle and consent. It never looks at what others chose, so that nothing it does, and no time
/// it takes, depends on them.
/// </summary>
internal sealed class ChoiceLetters(BotDb db)
{
    public async Task FollowAsync(Turn turn, Member member, CancellationToken cancellationToken)
    {
        var there = await db.Set<ChoiceLetter>().Where(row => row.FromMemberId == turn.MemberId).ToListAsync(cancellationToken);
        var wanted = member.RevealsMutualChoice ? await ChosenAccountsAsync(cancellationToken) : [];
        db.RemoveRange(there.Where(letter => !wanted.TryGetValue(letter.MemberId, out var person) || person != letter.PersonId));
        foreach (var (account, person) in wanted.Where(one => there.All(letter => letter.MemberId != one.Key || letter.PersonId != one.Value)))
            db.Add(new ChoiceLetter { MemberId = account, PersonId = person, Since = DateOnly.FromDateTime(turn.Now.UtcDateTime) });
    }

    /// <summary>When two persons turn out to be one, a choice that has stood for a while goes on standing.</summary>
    public async Task MergeAsync(Guid from, Guid into, CancellationToken cancellationToken)
    {
        foreach (var letter in await db.Set<ChoiceLetter>().Where(row => row.PersonId == from).ToListAsync(cancellationToken))
            letter.PersonId = into;
    }

    private async Task<Dictionary<string, Guid>> ChosenAccountsAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from seat in db.Set<Associate>()
            join alias in db.Set<PersonAlias>() on seat.PersonId equals alias.PersonId
            where seat.RestedOn == null && alias.Kind == AliasKind.Account && alias.Until == null
            orderby alias.Value, seat.PersonId
            select new { alias.Value, seat.PersonId }).ToListAsync(cancellationToken);
        return rows.DistinctBy(row => row.Value).ToDictionary(row => row.Value, row => row.PersonId);
    }
}
