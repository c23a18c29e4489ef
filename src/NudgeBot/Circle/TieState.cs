namespace NudgeBot.Circle;

/// <summary>How a tie stands, by r = silence / rhythm.</summary>
internal enum TieState
{
    /// <summary>r below 1.</summary>
    Fresh,

    /// <summary>r from 1 to 2.</summary>
    Due,

    /// <summary>r from 2 to 8.</summary>
    Drifting,

    /// <summary>
    /// r above 8, after which most ties do not come back by themselves (Navarro et al. 2017, EPJ Data Science 6:31), or three years,
    /// the age from which Levin et al. (2011, Organization Science 22:923) call a tie dormant and found it worth more than a current one.
    /// </summary>
    Dormant,
}

/// <summary>Turns silence and rhythm into the word for them.</summary>
internal static class TieStates
{
    private const int ThreeYears = 3 * 365;

    /// <summary>The state after so many days of silence in a pair with this rhythm in days.</summary>
    public static TieState Of(int silentDays, double rhythmDays) => (silentDays / rhythmDays) switch
    {
        _ when silentDays >= ThreeYears => TieState.Dormant,
        < 1 => TieState.Fresh,
        < 2 => TieState.Due,
        <= 8 => TieState.Drifting,
        _ => TieState.Dormant,
    };
}
