using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Digests;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Portability;

/// <summary>Forgets a member: what is theirs goes from every table, and their name from what others remember.</summary>
internal sealed class Forgetting(BotDb db, OthersMemory others, Erasure erasure, DigestRevision digests, IEnumerable<IForgets> copies)
{
    /// <summary>Forgets the member whose turn it is. The directory's entry stays: it is the workspace's, and colleagues see it anyway.</summary>
    public async Task ForgetAsync(Turn turn, CancellationToken cancellationToken)
    {
        // What this very turn wrote down goes with the rest.
        await digests.ForgetAsync(turn, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == turn.MemberId, cancellationToken);
        var standIn = OthersMemory.StandIn(turn.Culture.Name);
        foreach (var copy in copies)
            await copy.ForgetAsync(new Forgotten(turn.MemberId, account?.Name, standIn), cancellationToken);
        if (account is not null)
            await others.ForgetAsync(account, standIn, cancellationToken);
        await erasure.OfMemberAsync(turn.MemberId, cancellationToken);
        db.ChangeTracker.Clear();
    }
}
