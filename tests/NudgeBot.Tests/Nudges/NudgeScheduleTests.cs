using System.Globalization;
using NudgeBot.Members;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

public sealed class NudgeScheduleTests
{
    private const DaysOff Weekend = DaysOff.Saturday | DaysOff.Sunday;

    private static readonly NudgeHours Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DayOfWeek.Tuesday, new(9, 30), Weekend);

    [Theory]
    // Sunday evening, the very instant, a moment before it, and across the end of summer time.
    [InlineData("2026-11-22T20:00Z", "2026-11-24T08:30Z")]
    [InlineData("2026-11-24T08:30Z", "2026-12-01T08:30Z")]
    [InlineData("2026-11-24T08:29Z", "2026-11-24T08:30Z")]
    [InlineData("2026-10-21T00:00Z", "2026-10-27T08:30Z")]
    [InlineData("2026-10-15T00:00Z", "2026-10-20T07:30Z")]
    public void The_regular_nudge_comes_on_its_weekday(string after, string expected)
    {
        Assert.Equal(At(expected), NudgeSchedule.Next(Berlin, At(after), []));
    }

    [Theory]
    // Saturday off moves to Monday; Tuesday and Wednesday off, to Thursday.
    [InlineData(DayOfWeek.Saturday, (int)Weekend, "2026-11-23T08:30Z")]
    [InlineData(DayOfWeek.Tuesday, (int)(DaysOff.Tuesday | DaysOff.Wednesday), "2026-11-26T08:30Z")]
    public void A_day_off_moves_it_to_the_next_working_day(DayOfWeek day, int off, string expected)
    {
        Assert.Equal(At(expected), NudgeSchedule.Next(Berlin with { Day = day, Off = (DaysOff)off }, At("2026-11-20T20:00Z"), []));
    }

    [Theory]
    [InlineData("TwiceAWeek", "2026-11-24 2026-11-27 2026-12-01 2026-12-04")]
    [InlineData("Weekly", "2026-11-24 2026-12-01 2026-12-08 2026-12-15")]
    [InlineData("EverySecondWeek", "2026-11-24 2026-12-08 2026-12-22 2027-01-05")]
    [InlineData("Monthly", "2026-12-01 2027-01-05 2027-02-02 2027-03-02")]
    [InlineData("None", "")]
    public void Every_pace_has_its_dates(string pace, string expected)
    {
        var hours = Berlin with { Pace = Enum.Parse<NudgePace>(pace) };

        Assert.Equal(expected, string.Join(' ', Dates(hours, At("2026-11-22T20:00Z"), 4)));
    }

    [Fact]
    public void With_every_day_off_none_ever_comes()
    {
        Assert.Null(NudgeSchedule.Next(Berlin with { Off = (DaysOff)127 }, At("2026-11-22T20:00Z"), [new(2026, 12, 1)]));
    }

    [Theory]
    [InlineData("2026-12-03", "2026-12-08T08:30Z")]
    [InlineData("9999-12-31", null)]
    public void A_pause_lets_its_dates_pass(string until, string? expected)
    {
        var hours = Berlin with { PausedUntil = DateOnly.Parse(until, CultureInfo.InvariantCulture) };

        Assert.Equal(expected is null ? null : At(expected), NudgeSchedule.Next(hours, At("2026-11-22T20:00Z"), []));
    }

    [Theory]
    // On its date, on the next working day, when it has passed, and together with the regular one.
    [InlineData("2026-11-26", "2026-11-24 2026-11-26 2026-12-01")]
    [InlineData("2026-11-28", "2026-11-24 2026-11-30 2026-12-01")]
    [InlineData("2026-11-02", "2026-11-23 2026-11-24 2026-12-01")]
    [InlineData("2026-11-24", "2026-11-24 2026-12-01 2026-12-08")]
    public void A_follow_up_comes_on_its_date(string date, string expected)
    {
        List<DateOnly> open = [DateOnly.Parse(date, CultureInfo.InvariantCulture)];
        List<DateOnly> sent = [];
        var now = At("2026-11-22T20:00Z");
        while (sent.Count < 3)
        {
            now = NudgeSchedule.Next(Berlin, now, open, sent.Count > 0 ? sent[^1] : null)!.Value;
            sent.Add(Berlin.DateOf(now));
            open.RemoveAll(due => due <= sent[^1]);
        }

        Assert.Equal(expected, string.Join(' ', sent.Select(day => day.ToString("O", CultureInfo.InvariantCulture))));
    }

    [Theory]
    // Clocks go from 2:00 to 3:00: a skipped 2:30 comes at 3:00, which is 1:00 UTC.
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00Z")]
    // They go back from 3:00 to 2:00: a repeated 2:30 comes the first time.
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30Z")]
    // Half an hour is skipped on Lord Howe.
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30Z")]
    // Midnight itself is skipped in Santiago.
    [InlineData("America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00Z")]
    public void A_time_that_daylight_saving_skips_or_repeats_comes_once(string zone, string date, string time, string expected)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var hours = new NudgeHours(TimeZoneInfo.FindSystemTimeZoneById(zone), day.DayOfWeek, TimeOnly.Parse(time, CultureInfo.InvariantCulture), DaysOff.None);

        var instant = NudgeSchedule.Next(hours, At(expected).AddMinutes(-1), []);

        Assert.Equal(At(expected), instant);
        Assert.Equal(day.AddDays(7), hours.DateOf(NudgeSchedule.Next(hours, instant!.Value, [])!.Value));
    }

    [Fact]
    public void A_date_that_the_zone_never_had_moves_to_the_next_one()
    {
        var hours = new NudgeHours(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia"), DayOfWeek.Friday, new(9, 30), Weekend);

        Assert.Equal("2011-12-23 2012-01-02 2012-01-06", string.Join(' ', Dates(hours, At("2011-12-20T00:00Z"), 3)));
    }

    [Theory]
    // A few hours late, and two days: as it is. On Saturday: on Monday at the usual time. After four days: planned anew for the next Tuesday.
    [InlineData("2026-11-24T08:30Z", "2026-11-24T13:00Z", true, "2026-12-01T08:30Z")]
    [InlineData("2026-11-24T08:30Z", "2026-11-26T23:30Z", true, "2026-12-01T08:30Z")]
    [InlineData("2026-11-27T08:30Z", "2026-11-28T08:00Z", false, "2026-11-30T08:30Z")]
    [InlineData("2026-11-24T08:30Z", "2026-11-28T08:30Z", false, "2026-12-01T08:30Z")]
    // Three weeks of downtime are one nudge, not three: the last of them is two days late.
    [InlineData("2026-11-03T08:30Z", "2026-11-19T10:00Z", true, "2026-11-24T08:30Z")]
    public void A_late_nudge_goes_out_within_three_days(string due, string now, bool sent, string next)
    {
        var turnout = NudgeSchedule.Decide(Berlin, At(due), At(now), away: false, []);

        Assert.Equal(new Turnout(sent, At(next)), turnout);
    }

    [Fact]
    public void A_monthly_nudge_that_was_missed_does_not_wait_another_month()
    {
        var turnout = NudgeSchedule.Decide(Berlin with { Pace = NudgePace.Monthly }, At("2026-11-03T08:30Z"), At("2026-11-11T08:00Z"), away: false, []);

        Assert.Equal(new Turnout(false, At("2026-11-17T08:30Z")), turnout);
    }

    [Fact]
    public void Somebody_who_is_away_gets_it_on_the_next_working_day()
    {
        var turnout = NudgeSchedule.Decide(Berlin, At("2026-11-24T08:30Z"), At("2026-11-24T08:30Z"), away: true, []);

        Assert.Equal(new Turnout(false, At("2026-11-25T08:30Z")), turnout);
    }

    [Fact]
    public void A_day_that_had_its_message_gets_no_second_one()
    {
        var turnout = NudgeSchedule.Decide(Berlin, At("2026-11-23T08:30Z"), At("2026-11-24T06:00Z"), away: false, []);

        Assert.Equal(new Turnout(true, At("2026-12-01T08:30Z")), turnout);
    }

    private static IEnumerable<string> Dates(NudgeHours hours, DateTimeOffset after, int count)
    {
        for (var i = 0; i < count && NudgeSchedule.Next(hours, after, []) is { } next; i++)
        {
            yield return hours.DateOf(next).ToString("O", CultureInfo.InvariantCulture);
            after = next;
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
