using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>When two persons turn out to be one, what was suggested and asked for of both holds for that one.</summary>
internal sealed class NudgeMerging(BotDb db) : IPersonObserver
{
    public async Task MergedAsync(Turn turn, Person from, Person into, CancellationToken cancellationToken)
    {
        foreach (var suggestion in await db.Set<Suggestion>().Where(row => row.PersonId == from.PersonId).ToListAsync(cancellationToken))
            suggestion.PersonId = into.PersonId;

        if (await db.FindAsync<Attention>([db.WorkspaceId, db.MemberId, from.PersonId], cancellationToken) is not { } old)
            return;
        db.Remove(old);
        var kept = await db.FindAsync<Attention>([db.WorkspaceId, db.MemberId, into.PersonId], cancellationToken);
        if (kept is null)
            db.Add(kept = new Attention { PersonId = into.PersonId });
        kept.SuggestedOn = Later(kept.SuggestedOn, old.SuggestedOn);
        kept.SnoozedUntil = Later(kept.SnoozedUntil, old.SnoozedUntil);
        kept.Unanswered = Math.Max(kept.Unanswered, old.Unanswered);
        kept.AskedToKeep |= old.AskedToKeep;
        kept.Stopped |= old.Stopped;
        kept.Trusted |= old.Trusted;
        kept.WouldBeGlad |= old.WouldBeGlad;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
