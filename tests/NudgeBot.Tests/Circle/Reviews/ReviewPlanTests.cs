using System.Globalization;
using NudgeBot.Circle.Reviews;
using NudgeBot.Members;

namespace NudgeBot.Tests.Circle.Reviews;

public sealed class ReviewPlanTests
{
    [Theory]
    // Due today: offered, and again in 26 weeks.
    [InlineData("On", null, "2026-11-23", null, true, "2027-05-24")]
    // Up to three days late it comes as it is; after that it is planned anew, and not for Tuesday, the day of the nudge.
    [InlineData("On", null, "2026-11-20", null, true, "2027-05-24")]
    [InlineData("On", null, "2026-11-19", null, false, "2026-11-25")]
    // No consent, or paused until further notice: tried again in four weeks.
    [InlineData("Off", null, "2026-11-23", null, false, "2026-12-21")]
    [InlineData("NotAsked", null, "2026-11-23", null, false, "2026-12-21")]
    [InlineData("On", "9999-12-31", "2026-11-23", null, false, "2026-12-21")]
    // Paused: on the first day that suits after it.
    [InlineData("On", "2026-12-05", "2026-11-23", null, false, "2026-12-07")]
    [InlineData("On", "2026-11-23", "2026-11-23", null, true, "2027-05-24")]
    // Begun by the member lately: half a year after that.
    [InlineData("On", null, "2026-11-23", "2026-11-16", false, "2027-05-17")]
    [InlineData("On", null, "2026-11-23", "2026-05-25", true, "2027-05-24")]
    public void An_offer_is_made_or_put_off(string consent, string? pausedUntil, string dueOn, string? begunOn, bool offer, string next)
    {
        var member = new Member
        {
            JoinedAt = default,
            Consent = Enum.Parse<Consent>(consent),
            PausedUntil = pausedUntil is null ? null : Date(pausedUntil),
        };

        var plan = ReviewPlan.At(Date("2026-11-23"), Date(dueOn), begunOn is null ? null : Date(begunOn), member);

        Assert.Equal((offer, Date(next)), plan);
    }

    [Fact]
    public void Who_has_only_the_day_of_the_nudge_free_gets_it_on_that_day_and_who_has_none_on_any()
    {
        var member = new Member { JoinedAt = default, DaysOff = (DaysOff)127 & ~DaysOff.Tuesday };

        Assert.Equal(Date("2026-11-24"), ReviewPlan.Suitable(Date("2026-11-23"), member));
        member.DaysOff = (DaysOff)127;
        Assert.Equal(Date("2026-11-23"), ReviewPlan.Suitable(Date("2026-11-23"), member));
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
