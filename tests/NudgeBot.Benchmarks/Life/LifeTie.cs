using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Nudges;

namespace NudgeBot.Benchmarks.Life;

/// <summary>
/// A pair through the years; days count from <see cref="LifeWorld.Start"/>. What it assumes, and from where; numbers that no source gives are
/// assumptions:
/// <list type="bullet">
/// <item>The closer a pair, the more often it is in touch: a month in the middle, from a week to half a year (Saramäki et al. 2014, PNAS 111:942).</item>
/// <item>The gaps of a pair are log-normal around its rhythm (Stouffer, Malmgren, Amaral 2006, arXiv:physics/0605027), and three contacts in ten
/// bring another one in the next days: a burst (Barabási 2005, Nature 435:207).</item>
/// <item>Every few years a job, a town or a child takes away the occasion, from close pairs more rarely. One time in ten that is the end. Else the
/// two drift: words come six times more rarely by themselves (it then takes effort: Roberts, Dunbar 2015, Human Nature 26:426).</item>
/// <item>A pair silent for about eight of its rhythms has faded (Navarro et al. 2017, EPJ Data Science 6:31). It meets by chance every six years.</item>
/// <item>A word brings a drifting or faded pair back four times in five when it comes at once, half as often after each 24 rhythms of silence:
/// the dormant answer even after years (Levin, Walter, Murnighan 2011, Organization Science 22:923), but not all of them.</item>
/// <item>How long occasions last is set so that without any nudge half of the ties are left after seven years (Mollenhorst, Völker, Flap 2014,
/// Social Networks 37:65). It is the only number that was set by looking at an outcome, and at that of no nudges alone.</item>
/// </list>
/// </summary>
internal sealed class LifeTie
{
    private const double Month = 30, OccasionLasts = 4.1 * 365, MeetsByChance = 6 * 365, Ends = 0.1, Bursts = 0.3, BurstDays = 2;

    private const double Rarer = 6, Patience = 8, ComesBack = 0.8, HalfAsOften = 24;

    // What befalls a pair falls on the same days whatever is suggested; only the days of contact depend on it.
    private readonly Random _fate, _days;

    private readonly double _patience;

    private double _contact, _loss, _heard;

    private Recorded[] _records = [];

    public LifeTie(int seed, int member, int number)
    {
        (_fate, _days) = (new(LifeDice.Seed(seed, member, number, 1)), new(LifeDice.Seed(seed, member, number, 2)));
        Number = number;
        Closeness = _fate.Normal();
        Rhythm = Math.Clamp(Month * Math.Exp(-0.7 * Closeness + 0.5 * _fate.Normal()), 5, 240);
        _patience = Patience * Math.Exp(0.3 * _fate.Normal());
        _heard = _fate.NextDouble() * (LifeWorld.Before - 365);
        Tie = new(new Guid(member, (short)number, 0, new byte[8]), "", LifeWorld.Start.AddDays((int)_heard));
        _loss = _heard + Lasts();
        Meet(_heard);
    }

    public int Number { get; }

    /// <summary>How close the two are, as a standard normal number.</summary>
    public double Closeness { get; }

    /// <summary>Days between contacts while both have an occasion.</summary>
    public double Rhythm { get; private set; }

    public LifeState State { get; private set; }

    /// <summary>Whether the two are still in touch, be it rarely.</summary>
    public bool IsAlive => State is LifeState.Kept or LifeState.Drifting;

    /// <summary>The pair as the program knows it.</summary>
    public Tie Tie { get; private set; }

    /// <summary>The day of the latest record; all that a way of choosing may know.</summary>
    public int LastDay => _records[^1].On.DayNumber - LifeWorld.Start.DayNumber;

    /// <summary>The silence in rhythms of the pair.</summary>
    public double Silence(double day) => (day - _heard) / Rhythm;

    /// <summary>Whether a contact comes before a day without anybody's doing.</summary>
    public bool IsMetBefore(int day) => State != LifeState.Ended && _contact < day;

    /// <summary>Gives the pair a seat.</summary>
    public void Choose(Ring ring, int day) => Tie = Tie with { Seat = new(ring, null, "", LifeWorld.Start.AddDays(day)) };

    /// <summary>Lets everything happen that comes by itself before a day.</summary>
    public void LiveUntil(double day)
    {
        while (State != LifeState.Ended)
        {
            var fades = IsAlive ? _heard + _patience * Rhythm : double.PositiveInfinity;
            var next = Math.Min(_contact, Math.Min(_loss, fades));
            if (next >= day)
                return;
            if (next == _loss)
                LoseOccasion(next);
            else if (next == _contact)
                Meet(next);
            else
                (State, _contact) = (LifeState.Faded, next + _days.Wait(MeetsByChance));
        }
    }

    /// <summary>The member was shown the person, and reached out or not.</summary>
    public void Suggest(int day, bool acts)
    {
        Tie = Tie with { SuggestedOn = LifeWorld.Start.AddDays(day), Unanswered = acts ? 0 : Tie.Unanswered + 1 };
        if (!acts)
            return;
        if (State == LifeState.Ended)
            Record(day);
        else
            Meet(day);
    }

    /// <summary>Asked whether to go on with the person, the member said yes.</summary>
    public void Keep() => Tie = Tie with { Unanswered = 0 };

    private bool Returns(double day) => _days.NextDouble() < ComesBack * Math.Pow(2, -Silence(day) / HalfAsOften);

    private void Meet(double day)
    {
        Record((int)day);
        if (State != LifeState.Kept && Returns(day))
            State = LifeState.Kept;
        if (State == LifeState.Faded)
        {
            _contact = day + _days.Wait(MeetsByChance);
            return;
        }

        _heard = day;
        _contact = day + (_days.NextDouble() < Bursts ? _days.Wait(BurstDays) : Gap());
    }

    /// <summary>Another job, town or child. The rhythm of those who stay in touch is another one, mostly longer.</summary>
    private void LoseOccasion(double day)
    {
        _loss = day + Lasts();
        var (ends, stretch) = (_fate.NextDouble() < Ends, Math.Exp(0.2 + 0.3 * _fate.Normal()));
        if (ends)
            State = LifeState.Ended;
        else if (State == LifeState.Kept)
            (State, Rhythm, _contact) = (LifeState.Drifting, Math.Min(Rhythm * stretch, 365), day + (_contact - day) * Rarer);
    }

    private double Lasts() => _fate.Wait(OccasionLasts) * Math.Exp(0.4 * Closeness);

    /// <summary>A log-normal gap with the rhythm as its mean.</summary>
    private double Gap() => Rhythm * Math.Exp(_days.Normal() - 0.5) * (State == LifeState.Drifting ? Rarer : 1);

    private void Record(int day)
    {
        _records = [.. _records, new(Guid.Empty, EntryKind.Touch, "", LifeWorld.Start.AddDays(day))];
        // A record answers what was suggested before it, as the program has it.
        Tie = Tie with { Records = _records, Unanswered = 0 };
    }
}

/// <summary>How a pair stands.</summary>
internal enum LifeState
{
    Kept,

    /// <summary>The occasion is gone, and words have become rare.</summary>
    Drifting,

    /// <summary>Silent for so long that nobody expects a word any more.</summary>
    Faded,

    /// <summary>For good.</summary>
    Ended,
}
