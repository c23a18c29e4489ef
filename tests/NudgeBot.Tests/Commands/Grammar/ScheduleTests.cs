using Cronos;
using CsCheck;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

public sealed class ScheduleTests
{
    private static readonly Gen<TimeOnly> Times = Gen.Int[0, 1439].Select(minutes => new TimeOnly(minutes / 60, minutes % 60));

    private static readonly Gen<DigestSchedule> Schedules = Gen.OneOf(
        Times.Select(at => new DigestSchedule(ScheduleKind.Daily, 1, null, null, at)),
        Times.Select(at => new DigestSchedule(ScheduleKind.Weekdays, 1, null, null, at)),
        Gen.Select(Gen.Int[1, 52], Gen.Enum<DayOfWeek>(), Times, (weeks, day, at) => new DigestSchedule(ScheduleKind.Weekly, weeks, day, null, at)),
        Gen.Select(Gen.Enum<Ordinal>(), Gen.Enum<DayOfWeek>(), Times, (nth, day, at) => new DigestSchedule(ScheduleKind.Monthly, 1, day, nth, at)));

    [Theory]
    [InlineData("weekly friday 15:00", "weekly friday 15:00", "0 15 * * 5")]
    [InlineData("every 2 weeks monday 09:00", "every 2 weeks monday 09:00", "0 9 * * 1")]
    [InlineData("monthly first tuesday 10:00", "monthly first tuesday 10:00", "0 10 * * 2#1")]
    [InlineData("monthly last friday 9:30", "monthly last friday 09:30", "30 9 * * 5L")]
    [InlineData("daily 9am", "daily 09:00", "0 9 * * *")]
    [InlineData("weekdays at 9", "weekdays 09:00", "0 9 * * 1-5")]
    // Other ways to say it
    [InlineData("Weekly on Fri at 3 pm", "weekly friday 15:00", "0 15 * * 5")]
    [InlineData("every friday 3:15pm", "weekly friday 15:15", "15 15 * * 5")]
    [InlineData("every other friday noon", "every 2 weeks friday 12:00", "0 12 * * 5")]
    [InlineData("fortnightly friday 12am", "every 2 weeks friday 00:00", "0 0 * * 5")]
    [InlineData("every second week on monday 12pm", "every 2 weeks monday 12:00", "0 12 * * 1")]
    [InlineData("every month on the 3rd thursday at 16:45", "monthly third thursday 16:45", "45 16 * * 4#3")]
    [InlineData("every weekday 8:05", "weekdays 08:05", "5 8 * * 1-5")]
    public void A_schedule_is_read(string text, string phrase, string cron)
    {
        var schedule = DigestSchedule.Read(text).Value;

        Assert.Equal((phrase, cron), (schedule.ToString(), schedule.ToCron()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("weekly")]
    [InlineData("weekly friday")]
    [InlineData("weekly 15:00")]
    [InlineData("monthly friday 15:00")]
    [InlineData("monthly fifth friday 15:00")]
    [InlineData("every 0 weeks friday 15:00")]
    [InlineData("every 53 weeks friday 15:00")]
    [InlineData("weekly friday 24:00")]
    [InlineData("weekly friday 9:60")]
    [InlineData("weekly friday 13pm")]
    [InlineData("weekly friday 0am")]
    [InlineData("weekly friday 9am pm")]
    [InlineData("weekly friday 15:00 please")]
    public void What_is_no_schedule_is_refused(string text) => Assert.False(DigestSchedule.Read(text).Ok);

    [Fact]
    public void Every_schedule_reads_back_and_suits_Cronos() => Schedules.Sample(schedule =>
    {
        var expression = CronExpression.Parse(schedule.ToCron());
        var next = expression.GetNextOccurrence(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), inclusive: true);

        Assert.Equal(schedule, DigestSchedule.Read(schedule.ToString()).Value);
        Assert.Equal(schedule.At, TimeOnly.FromDateTime(next!.Value));
        Assert.True(schedule.Weekday is null || schedule.Weekday == next.Value.DayOfWeek);
    });
}
