using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Workspaces;

namespace NudgeBot.Nudges.Sending;

/// <summary>When a member wants to be written to, from their settings and from how they take nudges.</summary>
internal static class MemberHours
{
    /// <summary>A nudge a month does not come sooner than so many days after the one before.</summary>
    private const int MonthlyApart = 21;

    /// <summary>When a working day is over at the latest for whoever is away the whole of it; members do not tell their hours.</summary>
    private static readonly TimeOnly WorkEnds = new(17, 0);

    /// <summary>How long a message waits for a platform to tell whether its member is away.</summary>
    private static readonly TimeSpan LongestUntold = TimeSpan.FromHours(1);

    /// <summary>When regular nudges come.</summary>
    public static NudgeHours Of(Turn turn, Member member, Pace pace) => ForFollowUps(turn, member) with
    {
        Pace = member.Consent == Consent.On ? BackOff.Pace(pace.Ignored, Chosen(member, pace)) : NudgePace.None,
    };

    /// <summary>When follow-ups come back, at a time of day that was picked for them or else at the member's own.</summary>
    public static NudgeHours ForFollowUps(Turn turn, Member member, TimeOnly? at = null) =>
        new(turn.Zone, member.NudgeDay, at ?? member.NudgeTime, member.DaysOff, NudgePace.None, member.PausedUntil);

    /// <summary>When the next regular nudge is due, after now; null when none ever is.</summary>
    public static DateTimeOffset? NextNudge(Turn turn, Member member, Pace pace)
    {
        var hours = Of(turn, member, pace);
        var sentOn = hours.Pace == NudgePace.Monthly ? pace.NudgedOn?.AddDays(MonthlyApart - 1) : pace.NudgedOn;
        return NudgeSchedule.Next(hours, turn.Now, [], sentOn);
    }

    /// <summary>When what is meant for a day comes back, after now; null when no day is in sight.</summary>
    public static DateTimeOffset? NextOn(Turn turn, Member member, DateOnly on, TimeOnly? at = null) =>
        NudgeSchedule.Next(ForFollowUps(turn, member, at), turn.Now, [on]);

    /// <summary>Whether the member may be written to today.</summary>
    public static bool AreOpen(Turn turn, Member member, Due due) =>
        ForFollowUps(turn, member).IsOpen(turn.Today) && !member.IsPausedOn(turn.Today) && !IsAway(turn, due.Absence);

    /// <summary>Whether the platform shows the member away for the day: until work is over, and not only for some hours of it.</summary>
    public static bool IsAway(Turn turn, Absence absence) => absence.Until > turn.Now && absence.Until >= turn.InstantOf(turn.Today, WorkEnds);

    /// <summary>
    /// When to try again where the platform has not told yet whether the member is away; null where it has, or where a message would be an
    /// hour late by now.
    /// </summary>
    public static DateTimeOffset? Again(Turn turn, Member member, Due due) =>
        due.Absence.IsUntold && turn.Now - ForFollowUps(turn, member).InstantOn(turn.Today) < LongestUntold ? turn.Now.AddMinutes(1) : null;

    private static NudgePace Chosen(Member member, Pace pace) => (pace.WantsMonthly, member.NudgesAWeek) switch
    {
        (true, _) => NudgePace.Monthly,
        (_, 0) => NudgePace.EverySecondWeek,
        (_, 2) => NudgePace.TwiceAWeek,
        _ => NudgePace.Weekly,
    };
}
