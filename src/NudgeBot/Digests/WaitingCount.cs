using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>
/// Counts the reconnections that are waiting across the whole workspace. It reads the circles of all members, so the owner filter is off
/// here; the number is all that leaves it, and only where enough members are meant that it says nothing about any of them.
/// </summary>
internal sealed class WaitingCount(BotDb db)
{
    /// <summary>The fewest members of whom anything may be said together.</summary>
    public const int LeastMembers = 5;

    /// <summary>How many associates are due on a day, or null while they belong to fewer than five members.</summary>
    public async Task<int?> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var count = 0;
        HashSet<string> members = [];
        var everybodys = Seat.Of(db.Set<Associate>().Where(row => row.WorkspaceId == db.WorkspaceId), db).IgnoreQueryFilters([BotDb.OwnerFilter]);
        await foreach (var seat in everybodys.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (seat.DueOn > day)
                continue;
            count++;
            members.Add(seat.MemberId);
        }

        return members.Count >= LeastMembers ? count : null;
    }
}
