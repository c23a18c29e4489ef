using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>
/// Learns from a member's answers about one associate, for that member and associate alone: see <see cref="Leaning"/>. A date that the
/// member set, and somebody from the shelf, teach nothing about a rhythm.
/// </summary>
internal sealed class Learning(BotDb db)
{
    /// <summary>Makes the rhythm what the suggestion's present answer says; what an earlier answer to it said is taken back.</summary>
    public async Task FromAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        if (suggestion.Slot is not (SuggestionSlot.Easy or SuggestionSlot.Due)
            || await db.FindAsync<Associate>([db.WorkspaceId, db.MemberId, suggestion.PersonId], cancellationToken) is not { } seat)
        {
            return;
        }

        var before = seat.Leaning - suggestion.Moved;
        seat.Leaning = Leaning.Move(before, Step(suggestion.Answer));
        suggestion.Moved = seat.Leaning - before;
    }

    /// <summary>Brings the pair's own rhythm back.</summary>
    public async Task ForgetAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<Associate>([db.WorkspaceId, db.MemberId, personId], cancellationToken) is { } seat)
            seat.Leaning = 0;
        await db.Set<Suggestion>().Where(row => row.PersonId == personId && row.Moved != 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Moved, 0), cancellationToken);
    }

    private static int Step(Answer answer) => answer switch
    {
        Answer.NotNow or Answer.Snoozed => 1,
        Answer.Reached => -1,
        _ => 0,
    };
}
