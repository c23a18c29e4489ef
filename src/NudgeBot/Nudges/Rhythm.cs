namespace NudgeBot.Nudges;

/// <summary>
/// How often a pair is usually in touch, learned from the gaps between their days of contact. The latest gap counts most
/// and each older one less, so that a rhythm follows a change of life without forgetting the years before. Several contacts on one day
/// are one: people act in bursts (Barabási 2005), and a burst shows no rhythm.
/// </summary>
/// <param name="Gaps">How much history there is, in gaps, each weighed by <see cref="HalfLife"/>; 0 with fewer than two days of contact, at most 6.3.</param>
/// <param name="GapDays">The sum of those gaps in days, weighed alike.</param>
/// <param name="Count">The number of gaps.</param>
/// <param name="SpanDays">The days from the first contact to the last.</param>
internal readonly record struct Rhythm(double Gaps, double GapDays, int Count, int SpanDays)
{
    /// <summary>
    /// The number of gaps after which a gap counts half. Four: a rhythm is known from a handful of gaps; measured, three to five do alike.
    /// It is counted in gaps and not in days, so that the same model suits those who write daily and those who meet twice a year.
    /// </summary>
    public const double HalfLife = 4;

    /// <summary>From this many gaps on, and once the history is as long as the cadence, it is a rhythm of the pair's own.</summary>
    public const int OwnFromGaps = 3;

    private static readonly double Older = Math.Pow(2, -1 / HalfLife);

    /// <summary>The rhythm of contacts sorted by day, oldest first. Received help is left out, see <see cref="ContactKind.Received"/>.</summary>
    public static Rhythm Of(ReadOnlySpan<Contact> contacts)
    {
        double gaps = 0, days = 0, weight = 1;
        int count = 0, span = 0, later = -1;
        for (var i = contacts.Length - 1; i >= 0; i--)
        {
            var day = contacts[i].Day.DayNumber;
            if (day == later || contacts[i].Kind == ContactKind.Received)
                continue;
            if (later >= 0)
            {
                gaps += weight;
                days += weight * (later - day);
                weight *= Older;
                count++;
                span += later - day;
            }

            later = day;
        }

        return new(gaps, days, count, span);
    }

    /// <summary>The rhythm in days, drawn toward the cadence as if the cadence were one gap more: what the ranking reckons with.</summary>
    public double DrawnToward(double cadenceDays) => (cadenceDays + GapDays) / (1 + Gaps);

    /// <summary>The pair's usual gap in days, or else the cadence while there is too little history: what the words for the state rest on.</summary>
    public double UsualOr(double cadenceDays) => Count >= OwnFromGaps && SpanDays >= cadenceDays ? GapDays / Gaps : cadenceDays;
}
