using NudgeBot.Circle;

namespace NudgeBot.Nudges;

/// <summary>
/// Who of the circle would be worth a word now: how likely the pair is to stay silent for the coming four weeks unless somebody acts,
/// times how much the tie has mattered. Closed form, nothing fitted to a member and nothing learned across members; <c>README.md</c>
/// beside this file says what was tried and what each part gained.
/// <code>
/// n       the pair's gaps, the older the less: Σ wₖ                  (Rhythm)
/// ρ       their rhythm in days: (cadence + Σ wₖ gapₖ) / (1 + n)
/// x       1 + s / (κ ρ)                                              s: days of silence
/// faded   x^κ / (x^κ + 1 + n)                                        they have already stopped
/// silent  1 − (1 − faded) (1 − (x / (x + 28 / (κ ρ)))^κ)             they have stopped, or will let the four weeks pass
/// weight  1 + years from first to latest contact
///           + min(weeks I acted, weeks they acted), each counting 1 / (1 + h²), h half-years ago
/// good    silent · ∛weight
/// </code>
/// The shape is "buy till you die" (Fader, Hardie and Lee 2005, Marketing Science 24:275, the BG/NBD model): after every contact a pair may
/// stop for good, else the next one comes after a gap at its own rhythm. The longer the silence against the rhythm, the likelier they have
/// stopped; by eight rhythms most have (Navarro et al. 2017, EPJ Data Science 6:31). Where that model takes gaps as exponential once the rate is
/// known, this one has the heavier tail of human gaps (Barabási 2005, Nature 435:207): a Lomax distribution with exponent κ.
/// That weeks lose weight as a power of their age, and never all of it, is how mail itself behaves (Anderson and Schooler 1991,
/// Psychological Science 2:396).
/// </summary>
internal static class Ranking
{
    /// <summary>How far ahead it looks: four weeks.</summary>
    public const int HorizonDays = 28;

    /// <summary>
    /// κ: how heavy the tail of a pair's gaps is. Three is the least whole number for which a gap has a finite spread; much larger ones come
    /// close to the exponential, which takes a holiday for a farewell.
    /// </summary>
    public const double Tail = 3;

    /// <summary>
    /// One contact after which they stopped and one after which they went on, before anything is known: a flat prior, Laplace's rule of succession.
    /// </summary>
    private const double Stopped = 1, WentOn = 1;

    private const double HalfYear = 182.625, Year = 365.25;

    /// <summary>Judges one pair.</summary>
    /// <param name="contacts">All contacts of the pair until today, sorted by day, oldest first.</param>
    /// <param name="cadenceDays">The interval asked for: by hand, else that of the ring.</param>
    /// <param name="chosenOn">When the person was chosen: where the silence begins for a pair without any contact of both.</param>
    /// <param name="today">The member's date.</param>
    /// <param name="stretch">By how much the member's own answers have stretched the rhythm (<see cref="Leaning"/>).</param>
    public static Outlook Judge(ReadOnlySpan<Contact> contacts, double cadenceDays, DateOnly chosenOn, DateOnly today, double stretch = 1)
    {
        var silence = Silence.Days(contacts, chosenOn, today);
        var rhythm = Rhythm.Of(contacts);
        var rho = rhythm.DrawnToward(cadenceDays) * stretch;

        var x = 1 + silence / (Tail * rho);
        var stopped = Stopped * Math.Pow(x, Tail);
        var faded = stopped / (stopped + WentOn + rhythm.Gaps);
        var passes = Math.Pow(x / (x + HorizonDays / (Tail * rho)), Tail);
        var silent = 1 - (1 - faded) * (1 - passes);

        var weight = 1 + rhythm.SpanDays / Year + Weeks(contacts, today);
        return new(silence, rho, rhythm.UsualOr(cadenceDays) * stretch, rhythm.IsOwn(cadenceDays), faded, silent, weight, silent * Math.Cbrt(weight), stretch);
    }

    /// <summary>The order in which to suggest: most good first, equals by id, so that the same records always give the same order.</summary>
    public static int Compare<TId>((TId Id, Outlook Outlook) one, (TId Id, Outlook Outlook) other) where TId : IComparable<TId> =>
        other.Outlook.Good.CompareTo(one.Outlook.Good) is var byGood and not 0 ? byGood : one.Id.CompareTo(other.Id);

    /// <summary>
    /// The weeks of contact, as many as both had a part in: a tie is as strong as its weaker side (reciprocity: Granovetter 1973,
    /// American Journal of Sociology 78:1360), and a busy day of messages is no more than one word that week.
    /// </summary>
    private static double Weeks(ReadOnlySpan<Contact> contacts, DateOnly today)
    {
        double mine = 0, theirs = 0;
        int myWeek = -1, theirWeek = -1;
        for (var i = contacts.Length - 1; i >= 0; i--)
        {
            var (day, kind) = contacts[i];
            if (kind == ContactKind.Received)
                continue;
            var week = Days(day, today) / 7;
            var halfYears = week * (7 / HalfYear);
            var part = 1 / (1 + halfYears * halfYears);
            if (kind != ContactKind.In && week != myWeek)
                (mine, myWeek) = (mine + part, week);
            if (kind != ContactKind.Out && week != theirWeek)
                (theirs, theirWeek) = (theirs + part, week);
        }

        return Math.Min(mine, theirs);
    }

    private static int Days(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);
}
