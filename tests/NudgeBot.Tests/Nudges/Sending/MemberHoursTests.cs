using System.Globalization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.Nudges.Sending;

namespace NudgeBot.Tests.Nudges.Sending;

public sealed class MemberHoursTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData(1, 0, "2026-12-01T08:30Z")]
    [InlineData(2, 0, "2026-11-27T08:30Z")]
    [InlineData(1, 2, "2026-12-01T08:30Z")]
    // After three unanswered ones: the first Tuesday of a month, and three weeks after the last one at the soonest.
    [InlineData(1, 3, "2027-01-05T08:30Z")]
    [InlineData(2, 3, "2027-01-05T08:30Z")]
    public void How_often_follows_the_settings_until_three_in_a_row_stay_unanswered(int aWeek, int ignored, string expected)
    {
        var member = Member();
        member.NudgesAWeek = aWeek;

        var next = MemberHours.NextNudge(Now, member, new Pace { NudgedOn = Tuesday, Ignored = ignored });

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), next);
    }

    [Fact]
    public void Nothing_regular_is_due_without_consent_while_paused_for_good_and_after_the_last_question()
    {
        var (refused, paused) = (Member(), Member());
        refused.Consent = Consent.Asked;
        paused.PausedUntil = DateOnly.MaxValue;

        Assert.Null(MemberHours.NextNudge(Now, refused, new Pace()));
        Assert.Null(MemberHours.NextNudge(Now, paused, new Pace()));
        Assert.Null(MemberHours.NextNudge(Now, Member(), new Pace { Ignored = 5 }));
    }

    [Theory]
    // On its day at the time that was picked, or at the member's own.
    [InlineData("2026-11-26", "15:00", "2026-11-26T14:00Z")]
    [InlineData("2026-11-26", null, "2026-11-26T08:30Z")]
    // A day off, a day that is over, a time that is over: the next working day.
    [InlineData("2026-11-28", null, "2026-11-30T08:30Z")]
    [InlineData("2026-11-01", null, "2026-11-25T08:30Z")]
    [InlineData("2026-11-24", "09:00", "2026-11-25T08:00Z")]
    public void What_is_meant_for_a_day_comes_on_the_next_working_day_that_has_its_time_ahead(string on, string? at, string expected)
    {
        var next = MemberHours.NextOn(
            Now, Member(), DateOnly.Parse(on, CultureInfo.InvariantCulture), at is null ? null : TimeOnly.Parse(at, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), next);
    }

    private static Turn Now => new(
        "local", "ana", Conversation.With("ana"), new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"),
        CultureInfo.InvariantCulture);

    private static Member Member() => new() { JoinedAt = default, Consent = Consent.On };
}
