using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Members;

/// <summary>The one way to change a member, so that everything that hangs on their settings, consent or pause hears of it.</summary>
internal sealed class MemberChanges(BotDb db, Turns turns, Schedules schedules, IEnumerable<IMemberObserver> observers)
{
    /// <summary>The member whose turn it is.</summary>
    public async Task<Member> ReadAsync(CancellationToken cancellationToken) =>
        await db.FindAsync<Member>([db.WorkspaceId, db.MemberId], cancellationToken)
        ?? throw new InvalidOperationException("A turn begins with its member.");

    /// <summary>Changes the member, and returns the turn with the zone and language that hold from now on.</summary>
    public async Task<Turn> ApplyAsync(Turn turn, Action<Member> change, CancellationToken cancellationToken)
    {
        var member = await ReadAsync(cancellationToken);
        change(member);
        var renewed = await turns.RenewAsync(turn, member, cancellationToken);
        if (renewed.Zone.Id != turn.Zone.Id)
            await schedules.MoveAsync(turn.MemberId, renewed.Zone, turn.Now, cancellationToken);
        foreach (var observer in observers)
            await observer.ChangedAsync(renewed, member, cancellationToken);
        return renewed;
    }
}
