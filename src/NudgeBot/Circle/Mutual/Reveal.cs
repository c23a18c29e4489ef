using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Circle.Mutual;

/// <summary>
/// Tells two members that they chose each other, when both agreed to be told. What a prober could try, and why it shows nothing:
/// choosing, agreeing and taking back answer alike whatever the other one chose; the day is fixed (<see cref="RevealDay"/>); a choice counts
/// once it has stood for four weeks; both are told or neither, also when one of them withdraws between the two messages; a pair is told once, so
/// that choosing again shows nobody that there was a break; no card and no count anywhere tells of it.
/// </summary>
internal sealed class Reveal(BotDb db, Turns turns, ChoiceLetters letters, Outbox outbox, IStringLocalizer<CircleText> text) : IScheduled
{
    public static string Kind => "mutual";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, member))
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        await letters.FollowAsync(turn, member, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (!(member.PausedUntil > turn.Today))
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due.DueAt, turn.Zone).DateTime);
            foreach (var account in (await FoundAsync(turn.MemberId, day, cancellationToken)).Concat(await UntoldAsync(turn.MemberId, turn.Now, cancellationToken)))
            {
                var name = await db.Set<Account>().Where(row => row.AccountId == account).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken);
                outbox.ToMember(Kind, turn.MemberId, new Message(text["mutual.found", name ?? account]), turn.Now);
            }
        }

        return turn.Local(RevealDay.After(turn.Now, member.NudgeTime, turn.Zone));
    }

    /// <summary>Those whose letter crosses one of the member's, both standing long enough, and whom nobody told yet.</summary>
    private async Task<List<string>> FoundAsync(string me, DateOnly day, CancellationToken cancellationToken)
    {
        var since = day.AddDays(-RevealDay.MustHaveStood);
        var crossing = await (
            from mine in db.Set<ChoiceLetter>()
            join theirs in db.Set<ChoiceLetter>() on mine.MemberId equals theirs.FromMemberId
            where mine.FromMemberId == me && theirs.MemberId == me && mine.Since <= since && theirs.Since <= since
            where !db.Set<Revelation>().Any(row => row.MemberId == mine.MemberId || row.FromMemberId == mine.MemberId)
            orderby mine.MemberId
            select mine.MemberId).ToListAsync(cancellationToken);
        db.AddRange(crossing.Select(account => new Revelation { MemberId = account }));
        return crossing;
    }

    /// <summary>Those who were told before the member was.</summary>
    private async Task<List<string>> UntoldAsync(string me, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var untold = await db.Set<Revelation>().Where(row => row.MemberId == me && row.ToldAt == null).OrderBy(row => row.FromMemberId).ToListAsync(cancellationToken);
        foreach (var row in untold)
            row.ToldAt = now;
        return [.. untold.Select(row => row.FromMemberId)];
    }
}
