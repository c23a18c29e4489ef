using CsCheck;
using NudgeBot.Members;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

/// <summary>Ten simulated years in twenty zones, against a plain list of dates and the reading of a wall clock.</summary>
public sealed class NudgeSchedulePropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddYears(10);

    private static readonly string[] Zones =
    [
        "Etc/UTC", "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Santiago", "America/Sao_Paulo",
        "America/Havana", "America/Phoenix", "Africa/Casablanca", "Africa/Cairo", "Asia/Kathmandu", "Asia/Tehran", "Asia/Beirut", "Asia/Kolkata",
        "Australia/Lord_Howe", "Australia/Adelaide", "Pacific/Apia", "Pacific/Chatham",
    ];

    private static readonly Gen<NudgeHours> Members = Gen.Select(
        Gen.OneOf(Zones), Gen.Enum<DayOfWeek>(), Gen.Int[0, 24 * 60 - 1], Gen.Int[0, 126], Gen.OneOf(NudgePace.TwiceAWeek, NudgePace.Weekly, NudgePace.EverySecondWeek, NudgePace.Monthly),
        (zone, day, minute, off, pace) =>
            new NudgeHours(TimeZoneInfo.FindSystemTimeZoneById(zone), day, new(minute / 60, minute % 60), (DaysOff)off, pace));

    [Fact]
    public void However_the_clock_jumps_every_nudge_comes_exactly_once_and_in_order()
    {
        Gen.Select(Members, Jumps(minutes: 60 * 24 * 90)).Sample((hours, jumps) =>
        {
            var expected = Scheduled(hours);
            List<DateTimeOffset> sent = [];
            var due = NudgeSchedule.Next(hours, Start, []);

            // What falls due on the way runs at its own instant, as when a clock is moved forward.
            foreach (var now in Instants(jumps))
            {
                while (due is { } at && at <= now)
                {
                    var turnout = NudgeSchedule.Decide(hours, at, at, away: false, []);
                    Assert.True(turnout.SendNow);
                    sent.Add(at);
                    due = turnout.NextAt;
                }
            }

            Assert.Equal(expected, sent);
            Assert.All(sent, at => Assert.False(hours.Off.HasFlag((DaysOff)(1 << (int)hours.DateOf(at).DayOfWeek))));
        }, iter: 200);
    }

    [Fact]
    public void However_long_it_was_down_nothing_comes_twice_or_in_a_burst_or_on_a_day_off()
    {
        Gen.Select(Members, Jumps(minutes: 60 * 24 * 20)).Sample((hours, jumps) =>
        {
            List<DateTimeOffset> sent = [];
            var due = NudgeSchedule.Next(hours, Start, []);

            foreach (var now in Instants(jumps))
            {
                if (due is not { } at || at > now)
                    continue;
                var turnout = NudgeSchedule.Decide(hours, at, now, away: false, []);
                Assert.True(turnout.NextAt > now);
                if (turnout.SendNow)
                    sent.Add(now);
                due = turnout.NextAt;
            }

            var days = sent.Select(hours.DateOf).ToList();
            Assert.Equal(days.Distinct(), days);
            Assert.All(days, day => Assert.True(hours.IsOpen(day)));
        }, iter: 200);
    }

    private static Gen<int[]> Jumps(int minutes) => Gen.Int[1, minutes].Array[400];

    /// <summary>The instants at which somebody looks, from the start to past the end.</summary>
    private static IEnumerable<DateTimeOffset> Instants(int[] jumps)
    {
        var now = Start;
        foreach (var jump in jumps.Concat(Enumerable.Repeat(60 * 24 * 365, 11)))
        {
            now = now.AddMinutes(jump) < End ? now.AddMinutes(jump) : End;
            yield return now;
        }
    }

    /// <summary>The plain reading of the rules: list the regular dates, move those that are off, and watch the clock on the wall.</summary>
    private static List<DateTimeOffset> Scheduled(NudgeHours hours)
    {
        SortedSet<DateTimeOffset> instants = [];
        for (var regular = new DateOnly(2026, 11, 10); regular < new DateOnly(2036, 12, 1); regular = regular.AddDays(1))
        {
            if (!hours.IsRegular(regular))
                continue;
            var date = regular;
            while (hours.Off.HasFlag((DaysOff)(1 << (int)date.DayOfWeek)))
                date = date.AddDays(1);
            instants.Add(FirstShown(date.ToDateTime(hours.At), hours.Zone));
        }

        return [.. instants.Where(at => at > Start && at <= End)];
    }

    /// <summary>When a clock on the wall first shows a time, or first has passed it where it is skipped, by looking every minute.</summary>
    private static DateTimeOffset FirstShown(DateTime local, TimeZoneInfo zone)
    {
        var at = new DateTimeOffset(local, zone.GetUtcOffset(new DateTimeOffset(local.AddDays(-1), TimeSpan.Zero))).ToUniversalTime().AddHours(-2);
        while (TimeZoneInfo.ConvertTime(at, zone).DateTime < local)
            at = at.AddMinutes(1);
        return at;
    }
}
