using CsCheck;
using NudgeBot.Commands.Grammar;
using NudgeBot.Digests;

namespace NudgeBot.Tests.Digests;

public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    // Half and quarter hours, no daylight saving, half an hour of it (Lord Howe), both hemispheres, gaps at midnight, both ends of the date line.
    private static readonly string[] Zones =
    [
        "Etc/UTC", "Europe/Madrid", "Europe/London", "Europe/Athens", "America/New_York", "America/Los_Angeles", "America/Santiago", "America/Sao_Paulo",
        "America/St_Johns", "America/Havana", "America/Nuuk", "Asia/Shanghai", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Beirut", "Africa/Cairo",
        "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati",
    ];

    private static readonly Gen<TimeOnly> TimesOfDay = Gen.Int[0, 1439].Select(minutes => new TimeOnly(minutes / 60, minutes % 60));

    private static readonly Gen<DigestSchedule> Schedules = Gen.OneOf(
        TimesOfDay.Select(at => new DigestSchedule(ScheduleKind.Daily, 1, null, null, at)),
        TimesOfDay.Select(at => new DigestSchedule(ScheduleKind.Weekdays, 1, null, null, at)),
        Gen.Select(Gen.Int[1, 52], Gen.Enum<DayOfWeek>(), TimesOfDay, (weeks, day, at) => new DigestSchedule(ScheduleKind.Weekly, weeks, day, null, at)),
        Gen.Select(Gen.Enum<Ordinal>(), Gen.Enum<DayOfWeek>(), TimesOfDay, (nth, day, at) => new DigestSchedule(ScheduleKind.Monthly, 1, day, nth, at)));

    private static readonly Gen<(DigestSchedule Schedule, TimeZoneInfo Zone, DateTimeOffset Set)> Cases = Gen.Select(
        Schedules, Gen.OneOf(Zones).Select(TimeZoneInfo.FindSystemTimeZoneById), Gen.Int[0, 366 * 24 * 60].Select(minutes => Start.AddMinutes(minutes)));

    [Theory]
    // Set on Monday 23 November 2026 at 10:00 in Madrid
    [InlineData("weekly friday 15:00", "Europe/Madrid", "2026-11-27T14:00Z 2026-12-04T14:00Z 2026-12-11T14:00Z")]
    [InlineData("weekly monday 10:00", "Europe/Madrid", "2026-11-30T09:00Z 2026-12-07T09:00Z")]
    [InlineData("weekly monday 10:01", "Europe/Madrid", "2026-11-23T09:01Z 2026-11-30T09:01Z")]
    [InlineData("every 2 weeks monday 09:00", "Europe/Madrid", "2026-11-30T08:00Z 2026-12-14T08:00Z 2026-12-28T08:00Z")]
    [InlineData("every 2 weeks monday 11:00", "Europe/Madrid", "2026-11-23T10:00Z 2026-12-07T10:00Z")]
    [InlineData("monthly first tuesday 10:00", "Europe/Madrid", "2026-12-01T09:00Z 2027-01-05T09:00Z")]
    [InlineData("monthly last friday 09:30", "America/New_York", "2026-11-27T14:30Z 2026-12-25T14:30Z 2027-01-29T14:30Z")]
    [InlineData("daily 18:00", "Asia/Kolkata", "2026-11-23T12:30Z 2026-11-24T12:30Z")]
    [InlineData("weekdays 09:00", "Etc/UTC", "2026-11-24T09:00Z 2026-11-25T09:00Z 2026-11-26T09:00Z 2026-11-27T09:00Z 2026-11-30T09:00Z")]
    public void Posts_come_when_they_were_asked_for(string schedule, string zone, string expected)
    {
        var times = Times(DigestSchedule.Read(schedule).Value, TimeZoneInfo.FindSystemTimeZoneById(zone), Start).Take(expected.Count(letter => letter == 'Z'));

        Assert.Equal(expected, string.Join(' ', times.Select(at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", null))));
    }

    [Theory]
    [InlineData("Europe/Dublin", "daily 01:30", "2027-03-26")]
    [InlineData("Africa/Casablanca", "daily 02:30", "2027-03-12")]
    public void Times_move_on_where_winter_is_the_saving_time(string zone, string schedule, string set)
    {
        var from = new DateTimeOffset(DateOnly.Parse(set, null), new TimeOnly(12, 0), TimeSpan.Zero);

        var times = Times(DigestSchedule.Read(schedule).Value, TimeZoneInfo.FindSystemTimeZoneById(zone), from).Take(5).ToList();

        Assert.Equal(times.Order().Distinct(), times);
        Assert.InRange(times[^1], from.AddDays(4), from.AddDays(6));
    }

    [Theory]
    // Clocks go from 02:00 to 03:00 on 28 March 2027, and from 03:00 back to 02:00 on 31 October 2027.
    [InlineData("weekly sunday 02:30", "2027-03-27", "2027-03-28T01:00Z 2027-04-04T00:30Z")]
    [InlineData("every 2 weeks sunday 02:30", "2027-03-27", "2027-03-28T01:00Z 2027-04-11T00:30Z")]
    [InlineData("weekly sunday 02:30", "2027-10-30", "2027-10-31T00:30Z 2027-11-07T01:30Z")]
    [InlineData("every 2 weeks sunday 02:30", "2027-10-30", "2027-10-31T00:30Z 2027-11-14T01:30Z")]
    public void A_time_that_daylight_saving_skips_or_repeats_comes_once(string schedule, string set, string expected)
    {
        var from = new DateTimeOffset(DateOnly.Parse(set, null), new TimeOnly(12, 0), TimeSpan.Zero);

        var times = Times(DigestSchedule.Read(schedule).Value, TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"), from).Take(2);

        Assert.Equal(expected, string.Join(' ', times.Select(at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", null))));
    }

    [Fact]
    public void Over_ten_years_in_twenty_zones_every_post_comes_exactly_once_in_order() => Cases.Sample(it =>
    {
        var times = Times(it.Schedule, it.Zone, it.Set).TakeWhile(at => at < it.Set.AddYears(10)).ToList();

        Assert.All(times.Prepend(it.Set).Zip(times), step => Assert.True(step.Second > step.First));
        Assert.Equal(MeantFrom(it.Schedule, it.Zone, it.Set, times.Count), times.Select(at => MeantOn(at, it.Schedule, it.Zone)));
    }, iter: 200);

    [Fact]
    public void The_next_post_does_not_depend_on_how_often_one_asks() => Cases
        .SelectMany(it => Gen.Int[0, 3650 * 24].Select(hours => (it.Schedule, it.Zone, it.Set, Asked: it.Set.AddHours(hours)))).Sample(it =>
    {
        var expected = Times(it.Schedule, it.Zone, it.Set).First(at => at > it.Asked);

        Assert.Equal(expected, Recurrence.Next(it.Schedule, it.Zone, Recurrence.Anchor(it.Schedule, it.Zone, it.Set), it.Asked));
    }, iter: 200);

    private static IEnumerable<DateTimeOffset> Times(DigestSchedule schedule, TimeZoneInfo zone, DateTimeOffset set)
    {
        var anchor = Recurrence.Anchor(schedule, zone, set);
        for (var at = Recurrence.Next(schedule, zone, anchor, set); at is { } next; at = Recurrence.Next(schedule, zone, anchor, next))
            yield return next;
    }

    /// <summary>The day that a post was meant for: its own, unless a gap moved its time over midnight.</summary>
    private static DateOnly MeantOn(DateTimeOffset at, DigestSchedule schedule, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var asSaid = TimeOnly.FromDateTime(local) == schedule.At;
        var meant = TimeOnly.FromDateTime(local) < schedule.At ? local.Date.AddDays(-1) : local.Date;
        Assert.True(asSaid || zone.IsInvalidTime(meant.Add(schedule.At.ToTimeSpan())), $"{local} is not {schedule.At} in {zone.Id}");
        Assert.True(asSaid || !zone.IsInvalidTime(local));
        return DateOnly.FromDateTime(asSaid ? local : meant);
    }

    /// <summary>The days on which posts are meant, found the slow way: every day is asked.</summary>
    private static IEnumerable<DateOnly> MeantFrom(DigestSchedule schedule, TimeZoneInfo zone, DateTimeOffset set, int count)
    {
        var first = TimeZoneInfo.ConvertTime(set, zone).DateTime;
        var today = DateOnly.FromDateTime(first);
        var days = Enumerable.Range(0, 4500).Select(today.AddDays).Where(day => IsOn(schedule, day))
            .SkipWhile(day => day == today && Instant(day, schedule, zone) <= set);
        return days.Where((_, at) => at % schedule.Interval == 0).Take(count);
    }

    private static DateTimeOffset Instant(DateOnly day, DigestSchedule schedule, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(schedule.At);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    private static bool IsOn(DigestSchedule schedule, DateOnly day) => (schedule.Kind, schedule.Ordinal) switch
    {
        (ScheduleKind.Daily, _) => true,
        (ScheduleKind.Weekdays, _) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        (ScheduleKind.Weekly, _) => day.DayOfWeek == schedule.Weekday,
        (_, Ordinal.Last) => day.DayOfWeek == schedule.Weekday && day.AddDays(7).Month != day.Month,
        (_, var nth) => day.DayOfWeek == schedule.Weekday && (day.Day - 1) / 7 == (int)nth! - 1,
    };
}
