namespace NudgeBot.Nudges;

/// <summary>
/// Who of the circle would be worth a word now: how likely the pair is to stay silent for the coming four weeks unless somebody acts,
/// times how much the tie has mattered. Closed form, no fitting, nothing learned across members; <c>README.md</c> beside this file
/// says what was tried and what each part gained.
/// <code>
/// s       days of silence
/// ρ       the pair's rhythm in days, drawn toward the cadence: (cadence + Σ wₖ gapₖ) / (1 + Σ wₖ), wₖ = 2^(−k/4), latest gap first
/// x       1 + s / (κ ρ)
/// faded   ½ x^κ / (½ x^κ + ½ + Σ wₖ)                       the pair has already stopped
/// silent  1 − (1 − faded) (1 − (x / (x + 28 / (κ ρ)))^κ)   it has stopped, or has not and lets the four weeks pass
/// weight  1 + min(weeks I acted, weeks they acted), a week t years ago counting 1 / (1 + t)
/// good    silent · weight^γ
/// </code>
/// The shape is "buy till you die" (Fader, Hardie and Lee 2005, Marketing Science 24:275, the BG/NBD model): after every contact a pair may stop
/// for good with a chance that has a beta prior, else the next one comes after a gap at its own rhythm. Where that model has exponential gaps given a rate
/// this one has the heavier tail of human gaps (Barabási 2005, Nature 435:207): a Lomax distribution with exponent κ. The longer the
/// silence against the rhythm, the likelier the pair has stopped; by eight rhythms most have (Navarro et al. 2017, EPJ Data Science 6:31).
/// That what is older counts as a power of its age, and never as nothing, is how electronic mail itself behaves
/// (Anderson and Schooler 1991, Psychological Science 2:396).
/// </summary>
internal static class Ranking
{
    /// <summary>How far ahead it looks: four weeks.</summary>
    public const int HorizonDays = 28;

    /// <summary>
    /// κ: how heavy the tail of a pair's gaps is. Three is the least whole number at which a gap has a spread at all;
    /// larger ones come close to the exponential, which takes a holiday for a farewell.
    /// </summary>
    public const double Tail = 3;

    /// <summary>The prior for stopping after a contact, Jeffreys' beta(½, ½): before there is history, stopping and going on are even.</summary>
    public const double Jeffreys = 0.5;

    /// <summary>
    /// γ: how much more a tie that has mattered more may count. Below 1, because a word to somebody who would have been in touch within
    /// the week anyway costs more than a weaker tie gains: at 0.28 no more suggestions are idle in that way than with the longest silent.
    /// </summary>
    public const double Mattering = 0.28;

    /// <summary>Judges one pair.</summary>
    /// <param name="contacts">All contacts of the pair until today, sorted by day, oldest first.</param>
    /// <param name="cadenceDays">The interval asked for: by hand, else that of the ring.</param>
    /// <param name="chosenOn">When the person was chosen: where the silence begins for a pair without a contact of both.</param>
    /// <param name="today">The member's date.</param>
    public static Outlook Judge(ReadOnlySpan<Contact> contacts, double cadenceDays, DateOnly chosenOn, DateOnly today)
    {
        var silence = Silence(contacts, chosenOn, today);
        var rhythm = Rhythm.Of(contacts);
        var rho = rhythm.DrawnToward(cadenceDays);

        var x = 1 + silence / (Tail * rho);
        var stopped = Jeffreys * Math.Pow(x, Tail);
        var faded = stopped / (stopped + Jeffreys + rhythm.Gaps);
        var passes = Math.Pow(x / (x + HorizonDays / (Tail * rho)), Tail);
        var silent = 1 - (1 - faded) * (1 - passes);

        var weight = Weight(contacts, today);
        return new(silence, rho, rhythm.UsualOr(cadenceDays), faded, silent, weight, silent * Math.Pow(weight, Mattering));
    }

    /// <summary>The order in which to suggest: most good first, equals by id, so that the same records always give the same order.</summary>
    public static int Compare<TId>((TId Id, Outlook Outlook) one, (TId Id, Outlook Outlook) other) where TId : IComparable<TId> =>
        other.Outlook.Good.CompareTo(one.Outlook.Good) is var byGood and not 0 ? byGood : one.Id.CompareTo(other.Id);

    /// <summary>
    /// The days since the latest contact of both, or since the choice. Received help can only shorten it, never lengthen it,
    /// so that no record of it moves a person up.
    /// </summary>
    private static int Silence(ReadOnlySpan<Contact> contacts, DateOnly chosenOn, DateOnly today)
    {
        var received = chosenOn;
        for (var i = contacts.Length - 1; i >= 0; i--)
        {
            if (contacts[i].Kind != ContactKind.Received)
                return Days(Later(contacts[i].Day, i < contacts.Length - 1 ? contacts[^1].Day : contacts[i].Day), today);
            received = Later(received, contacts[i].Day);
        }

        return Days(received, today);
    }

    /// <summary>
    /// How much the tie has mattered: the weeks of contact, as many as both sides had a part in, none of them ever quite forgotten.
    /// The lesser of the two directions, because a tie is as strong as its weaker side (reciprocity: Granovetter 1973);
    /// a busy day of messages counts no more than one word that week.
    /// </summary>
    private static double Weight(ReadOnlySpan<Contact> contacts, DateOnly today)
    {
        double mine = 0, theirs = 0;
        int myWeek = -1, theirWeek = -1;
        for (var i = contacts.Length - 1; i >= 0; i--)
        {
            var (day, kind) = contacts[i];
            if (kind == ContactKind.Received)
                continue;
            var week = Days(day, today) / 7;
            var part = 1 / (1 + week * (7 / 365.25));
            if (kind != ContactKind.In && week != myWeek)
                (mine, myWeek) = (mine + part, week);
            if (kind != ContactKind.Out && week != theirWeek)
                (theirs, theirWeek) = (theirs + part, week);
        }

        return 1 + Math.Min(mine, theirs);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static int Days(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);
}
