using System.Globalization;
using NudgeBot.Circle.Mutual;

namespace NudgeBot.Tests.Circle.Mutual;

public sealed class RevealDayTests
{
    [Theory]
    [InlineData("2026-11-23T09:00Z", "Europe/Madrid", "2026-12-07T08:30Z")]
    [InlineData("2026-12-07T08:29Z", "Europe/Madrid", "2026-12-07T08:30Z")]
    [InlineData("2026-12-07T08:30Z", "Europe/Madrid", "2027-01-04T08:30Z")]
    // The month is the member's own: it is November still in New York.
    [InlineData("2026-12-01T03:00Z", "America/New_York", "2026-12-07T14:30Z")]
    // A month that begins with a Monday.
    [InlineData("2027-01-31T00:00Z", "Asia/Shanghai", "2027-02-01T01:30Z")]
    public void It_is_the_first_monday_of_a_month(string now, string zone, string next) =>
        Assert.Equal(
            DateTimeOffset.Parse(next, CultureInfo.InvariantCulture),
            RevealDay.After(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), new TimeOnly(9, 30), TimeZoneInfo.FindSystemTimeZoneById(zone)));
}
