using NudgeBot.Delivery;
using NudgeBot.Workspaces;

namespace NudgeBot.Members;

/// <summary>A member's account shows another zone than before, as when they moved: what is due at a time of day keeps it, in the zone that holds for them now.</summary>
internal sealed class MemberMoved(Turns turns, Schedules schedules) : IScheduled
{
    public static string Kind => "moved";

    /// <summary>Has what is due follow an account, in the transaction that learned of its zone.</summary>
    /// <param name="schedules">Of that transaction.</param>
    /// <param name="account">As it is known now; whether it is a member's, and which zone holds for them, is looked at later.</param>
    /// <param name="before">The zone that it showed before; null where nothing was known of it.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task NoteAsync(Schedules schedules, Account account, string? before, DateTimeOffset now, CancellationToken cancellationToken) =>
        before is null || account.TimeZone == before ? Task.CompletedTask : schedules.SetAsync(Kind, account.AccountId, "", now, cancellationToken);

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is var (turn, _))
            await schedules.MoveAsync(turn.MemberId, turn.Zone, turn.Now, cancellationToken);
        return null;
    }
}
