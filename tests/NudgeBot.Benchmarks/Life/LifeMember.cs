using NudgeBot.Circle;
using NudgeBot.Nudges;

namespace NudgeBot.Benchmarks.Life;

/// <summary>
/// A member with a circle, and how they take suggestions, whoever chose them. What it assumes, and from where; numbers that no source gives are
/// assumptions:
/// <list type="bullet">
/// <item>Six in ten suggestions of somebody whom one has just heard from are acted on, three in ten of an old friend (fewer than a third wrote to
/// one: Aknin, Sandstrom 2024, Communications Psychology 2:34), by halves with each eight rhythms of silence; more for closer people.</item>
/// <item>Whoever has just written to somebody else writes to an old friend two thirds more often (the same study). People begin with whom they
/// heard from last.</item>
/// <item>Each further suggestion in a message takes 30 % from all of them, and each twentieth of what is told for nothing takes 10 %
/// (Ancker et al. 2017, BMC Medical Informatics and Decision Making 17:36). For nothing means: about somebody heard from within the week,
/// or about whom a suggestion was left lying within eight weeks. The last twenty suggestions count.</item>
/// <item>Whether a member is ready for a person holds for eight weeks: what was left lying will be left lying again (Ancker et al.).</item>
/// </list>
/// </summary>
internal sealed class LifeMember
{
    private const double JustHeard = 0.6, OldFriend = 0.3, OncePractised = 0.5, Halves = 8;

    private const double EachFurther = 0.7, EachTwentieth = 0.9;

    private const int Mood = 56, Remembered = 20;

    private readonly int _seed;

    private readonly Queue<bool> _forNothing = [];

    private int _nudgedOn;

    public LifeMember(int seed, int number, int seats, int inner)
    {
        (_seed, Number) = (seed, number);
        List<LifeTie> chosen = [];
        for (var tie = 0; chosen.Count < seats; tie++)
        {
            var one = new LifeTie(seed, number, tie);
            one.LiveUntil(LifeWorld.Before);
            if (one.IsAlive)
                chosen.Add(one);
        }

        foreach (var (at, tie) in chosen.OrderByDescending(tie => tie.Closeness).Index())
            tie.Choose(at < inner ? Ring.Inner : Ring.Close, LifeWorld.Before);
        Circle = chosen;
    }

    public int Number { get; }

    public IReadOnlyList<LifeTie> Circle { get; }

    /// <summary>How many messages in a row nothing was made of.</summary>
    public int Ignored { get; private set; }

    /// <summary>Lets everything happen that comes by itself before a day.</summary>
    public void LiveUntil(int day)
    {
        foreach (var tie in Circle)
        {
            var open = tie.Tie.Unanswered;
            tie.LiveUntil(day);
            // What is recorded answers an open suggestion.
            if (open > tie.Tie.Unanswered)
                Ignored = 0;
        }
    }

    /// <summary>Reads a message, and tells on how many of its suggestions a contact would have come within the week anyway.</summary>
    public int Read(int day, IReadOnlyList<LifeTie> suggested)
    {
        var (acted, needless) = (false, 0);
        var heed = Math.Pow(EachFurther, suggested.Count - 1) * Math.Pow(EachTwentieth, _forNothing.Count(nothing => nothing));
        foreach (var tie in suggested.OrderBy(tie => tie.Silence(day)))
        {
            needless += tie.IsMetBefore(day + 7) ? 1 : 0;
            _forNothing.Enqueue(day - tie.LastDay <= 7 || (tie.Tie.Unanswered > 0 && day - LifeWorld.DayOf(tie.Tie.SuggestedOn) < Mood));
            if (_forNothing.Count > Remembered)
                _forNothing.Dequeue();
            var acts = MoodFor(tie, day) < heed * Willing(tie, day, acted);
            tie.Suggest(day, acts);
            acted |= acts;
        }

        (Ignored, _nudgedOn) = (acted ? 0 : Ignored + 1, day);
        return needless;
    }

    /// <summary>Asked whether nudges shall go on, the member said yes.</summary>
    public void GoOn(int day) => (Ignored, _nudgedOn) = (0, day);

    /// <summary>Whether this week's message is due at the pace that the program keeps.</summary>
    public bool IsDue(int day) => day - _nudgedOn >= (BackOff.Pace(Ignored, NudgePace.Weekly) == NudgePace.Weekly ? 7 : 28);

    /// <summary>How likely the member would act on this one alone, were no suggestion ever for nothing.</summary>
    private static double Willing(LifeTie tie, int day, bool hasPractised)
    {
        var old = hasPractised ? OncePractised : OldFriend;
        return (old + (JustHeard - old) * Math.Pow(2, -tie.Silence(day) / Halves)) * Math.Exp(0.2 * tie.Closeness);
    }

    /// <summary>Dice that fall alike for every way of choosing, and for eight weeks.</summary>
    private double MoodFor(LifeTie tie, int day) => new Random(LifeDice.Seed(_seed, Number, tie.Number, day / Mood, 3)).NextDouble();
}
