using NudgeBot.Circle;
namespace NudgeBot.Nudges;

/// <summary>
/// Chooses whom a nudge suggests: one easy person who is current, one who is due or beyond, one from the shelf; before them, those whose
/// follow-up has come. The same snapshot always gives the same plan.
/// </summary>
internal static class Planner
{
    /// <summary>The most persons of one nudge.</summary>
    public const int Most = 3;

    /// <summary>An open need or an ask doubles the good of acting now: there is a reason to. What they did for the member never does.</summary>
    private const double Raised = 2;

    /// <summary>Whoever was in contact within the week needs no nudge.</summary>
    private const int EasyAfter = 7;

    /// <summary>The shelf shows whom one has lost sight of, not last week's colleague.</summary>
    private const int ShelfAfter = 90;

    /// <summary>Who was put to rest stays out of sight for a year.</summary>
    private const int RestFor = 365;

    /// <summary>Whoever never had a turn goes before whoever had one in this many days.</summary>
    private const int NeverShown = 3650;

    /// <summary>Plans one nudge.</summary>
    public static Plan Plan(Snapshot snapshot)
    {
        var today = snapshot.Today;
        // A date that the member set holds whatever else is said about the person.
        var picks = FollowUps(snapshot).Take(Most).ToList();
        if (!snapshot.IsRegular || BackOff.AsksToGoOn(snapshot.Ignored))
            return new(picks, AsksToGoOn: snapshot.IsRegular);

        var others = snapshot.Ties.Where(tie => IsFree(tie, today) && picks.TrueForAll(pick => pick.Tie != tie)).ToList();
        var keep = others.Where(tie => tie.Unanswered >= BackOff.AsksToKeepAfter).MinBy(tie => (tie.SuggestedOn, tie.PersonId));
        var circle = InOrder(others, today).ToList();
        Pick?[] slots =
        [
            circle.Find(pick => pick.Slot == Slot.Easy),
            circle.Find(pick => pick.Slot == Slot.Due),
            snapshot.UsesShelf ? Shelf(others, today) : null,
        ];
        picks.AddRange(slots.OfType<Pick>().Take(Most - picks.Count));
        return new(picks, keep);
    }

    /// <summary>The circle in the order in which it would be suggested, without those who shall be left in peace for now.</summary>
    public static IEnumerable<Pick> InOrder(IEnumerable<Tie> ties, DateOnly today) => ties
        .Where(tie => tie.Seat is not null && tie.Unanswered < BackOff.AsksToKeepAfter)
        .Select(tie => PickOf(tie, today))
        .Where(pick => (pick.Slot == Slot.Due || pick.Outlook.SilentDays >= EasyAfter) && BackOff.Again(pick.Tie) <= today)
        .OrderByDescending(pick => pick.Outlook.Good * (pick.Situation is Situation.Need or Situation.Ask ? Raised : 1))
        .ThenBy(pick => pick.Tie.PersonId);

    private static IEnumerable<Pick> FollowUps(Snapshot snapshot) =>
        from tie in snapshot.Ties
        let due = Moment.FollowUp(tie, snapshot.Today)
        where due is not null
        orderby due.DueOn, tie.PersonId
        select PickOf(tie, snapshot.Today) with { Slot = Slot.FollowUp };

    /// <summary>
    /// The shelf takes turns: those with a need first, then those with anything recorded, and among them whoever has waited longest for a
    /// turn. How strong the tie was does not count: the ones people would not think of bring the most (Walter, Levin and Murnighan 2015,
    /// Organization Science).
    /// </summary>
    private static Pick? Shelf(IEnumerable<Tie> ties, DateOnly today) => ties
        .Where(tie => tie.Seat is null && tie.Unanswered < BackOff.AsksToKeepAfter)
        .Select(tie => PickOf(tie, today) with { Slot = Slot.Shelf })
        .Where(pick => pick.Outlook.SilentDays >= ShelfAfter && BackOff.Again(pick.Tie) <= today)
        .OrderByDescending(pick => pick.Situation == Situation.Need)
        .ThenByDescending(pick => pick.Cited is not null)
        .ThenByDescending(pick => Waited(pick, today))
        .ThenByDescending(pick => pick.Outlook.SilentDays)
        .ThenBy(pick => pick.Tie.PersonId)
        .FirstOrDefault();

    /// <summary>
    /// The days since the last turn, for a first one ten years at least. Each mark lets them count once more: what comes of a dormant tie rests
    /// on trust and on being welcome (Levin, Walter and Murnighan 2011, Organization Science 22:923).
    /// </summary>
    private static long Waited(Pick pick, DateOnly today)
    {
        var days = pick.Tie.SuggestedOn is { } last ? today.DayNumber - last.DayNumber : NeverShown;
        return days * (1L + (pick.Tie.Trusted ? 1 : 0) + (pick.Tie.WouldBeGlad ? 1 : 0));
    }

    /// <summary>What would be said of one person, were they suggested.</summary>
    public static Pick PickOf(Tie tie, DateOnly today)
    {
        var outlook = tie.Judge(today);
        var moment = Moment.Of(tie, outlook, today);
        return new(tie, outlook.State == TieState.Fresh ? Slot.Easy : Slot.Due, moment.Situation, outlook, moment.Cited, moment.Ask);
    }

    private static bool IsFree(Tie tie, DateOnly today) =>
        !tie.Stopped && !tie.AskedToKeep && !(today < tie.SnoozedUntil) && !(today < tie.RestedOn?.AddDays(RestFor));
}
