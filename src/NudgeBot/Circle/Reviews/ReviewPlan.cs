using NudgeBot.Members;

namespace NudgeBot.Circle.Reviews;

/// <summary>When the review of the circle is offered, by days of the member's zone.</summary>
internal static class ReviewPlan
{
    /// <summary>Days between two offers: 26 weeks.</summary>
    public const int Interval = 182;

    /// <summary>Days until it is tried again with a member who wants no nudges, or pauses until further notice.</summary>
    private const int Patience = 28;

    /// <summary>An offer that is later than so many days is planned anew.</summary>
    private const int MostLate = 3;

    /// <summary>Begun by the member themselves within so many days, it is not offered on top.</summary>
    private const int Recent = 91;

    /// <summary>Whether to offer it today, and on which day next.</summary>
    /// <param name="today">Today.</param>
    /// <param name="dueOn">The day on which it was due.</param>
    /// <param name="begunOn">When the member last began one.</param>
    /// <param name="member">Whose circle it is.</param>
    public static (bool Offer, DateOnly Next) At(DateOnly today, DateOnly dueOn, DateOnly? begunOn, Member member)
    {
        var (offer, days) = (member.Consent, member.PausedUntil) switch
        {
            (not Consent.On, _) => (false, Patience),
            (_, { } until) when until == DateOnly.MaxValue => (false, Patience),
            (_, { } until) when until > today => (false, until.DayNumber - today.DayNumber),
            _ when begunOn is { } begun && today.DayNumber - begun.DayNumber < Recent => (false, Interval - (today.DayNumber - begun.DayNumber)),
            _ when today.DayNumber - dueOn.DayNumber > MostLate => (false, 1),
            _ => (true, Interval),
        };
        return (offer, Suitable(today.AddDays(days), member));
    }

    /// <summary>The first day from this one on that is no day off, nor the day of the nudge, which has a message of its own.</summary>
    public static DateOnly Suitable(DateOnly from, Member member)
    {
        var week = Enumerable.Range(0, 7).Select(from.AddDays).Where(day => !member.DaysOff.HasFlag((DaysOff)(1 << (int)day.DayOfWeek))).ToList();
        return week.Where(day => day.DayOfWeek != member.NudgeDay).Concat(week).Append(from).First();
    }

    /// <summary>The day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
