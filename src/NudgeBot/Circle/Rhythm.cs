namespace NudgeBot.Circle;

/// <summary>
/// How often a pair is usually in touch, learned from the gaps between their days of contact. Several contacts on one day are one:
/// people act in bursts (Barabási 2005), and a burst shows no rhythm.
/// </summary>
/// <param name="Gaps">How much history there is: the sum of the gaps' weights, 0 with fewer than two days of contact.</param>
/// <param name="GapDays">The sum of the gaps in days, weighed alike.</param>
/// <param name="Count">The number of gaps that still weigh anything.</param>
/// <param name="SpanDays">The days from the first contact to the latest.</param>
internal readonly record struct Rhythm(double Gaps, double GapDays, int Count, int SpanDays)
{
    /// <summary>From this many gaps on, and once the history is as long as the cadence, it is a rhythm of the pair's own.</summary>
    public const int OwnFromGaps = 3;

    /// <summary>
    /// A gap counts half once two newer ones have come and four weeks of contact have passed since, whichever takes longer. The weeks
    /// suit those who write daily, whose last two gaps say nothing; the gaps suit those who meet twice a year, whose last four weeks hold none.
    /// </summary>
    private const int HalfLifeDays = 28, HalfLifeGaps = 2;

    /// <summary>The weight after so many days, down to where it no longer shows in a double.</summary>
    private static readonly double[] Fading = [.. Enumerable.Range(0, 60 * HalfLifeDays).Select(day => Math.Pow(2, -day / (double)HalfLifeDays))];

    /// <summary>The rhythm of contacts sorted by day, oldest first. Received help is left out, see <see cref="ContactKind.Received"/>.</summary>
    public static Rhythm Of(ReadOnlySpan<Contact> contacts)
    {
        double gaps = 0, days = 0;
        int count = 0, latest = -1, later = -1, first = -1;
        for (var i = contacts.Length - 1; i >= 0; i--)
        {
            var day = contacts[i].Day.DayNumber;
            if (day == later || contacts[i].Kind == ContactKind.Received)
                continue;
            if (latest < 0)
            {
                latest = day;
            }
            else
            {
                var age = Math.Min(latest - later, count * (HalfLifeDays / HalfLifeGaps));
                if (age >= Fading.Length)
                    break;
                gaps += Fading[age];
                days += Fading[age] * (later - day);
                count++;
            }

            later = day;
        }

        foreach (var contact in contacts)
        {
            if (contact.Kind == ContactKind.Received)
                continue;
            first = contact.Day.DayNumber;
            break;
        }

        return new(gaps, days, count, latest - first);
    }

    /// <summary>The rhythm in days, drawn toward the cadence as if the cadence were one gap more: what the ranking reckons with.</summary>
    public double DrawnToward(double cadenceDays) => (cadenceDays + GapDays) / (1 + Gaps);

    /// <summary>The pair's usual gap in days, or else the cadence while there is too little history: what the words for the state rest on.</summary>
    public double UsualOr(double cadenceDays) => IsOwn(cadenceDays) ? GapDays / Gaps : cadenceDays;

    /// <summary>Whether there is enough history, and as long as the cadence, for a rhythm of the pair's own.</summary>
    public bool IsOwn(double cadenceDays) => Count >= OwnFromGaps && SpanDays >= cadenceDays;
}
