using System.Globalization;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Workspaces;

public sealed class ZonedTimeTests
{
    [Theory]
    [InlineData("2026-11-24", "09:30", "Europe/Madrid", "2026-11-24T08:30Z")]
    [InlineData("2026-11-24", "09:30", "Asia/Kathmandu", "2026-11-24T03:45Z")]
    // Skipped: the end of the gap.
    [InlineData("2027-03-28", "02:30", "Europe/Madrid", "2027-03-28T01:00Z")]
    [InlineData("2027-03-28", "02:00", "Europe/Madrid", "2027-03-28T01:00Z")]
    [InlineData("2026-10-04", "02:10", "Australia/Lord_Howe", "2026-10-03T15:30Z")]
    // Where winter is the saving time, .NET and Cronos know no gap.
    [InlineData("2027-03-28", "01:30", "Europe/Dublin", "2027-03-28T01:00Z")]
    [InlineData("2026-03-22", "02:30", "Africa/Casablanca", "2026-03-22T02:00Z")]
    // Samoa skipped a whole day.
    [InlineData("2011-12-30", "09:30", "Pacific/Apia", "2011-12-30T10:00Z")]
    // Repeated: the first of the two.
    [InlineData("2026-10-25", "02:30", "Europe/Madrid", "2026-10-25T00:30Z")]
    [InlineData("2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30Z")]
    [InlineData("2026-10-25", "01:30", "Europe/Dublin", "2026-10-25T00:30Z")]
    [InlineData("2026-02-15", "02:30", "Africa/Casablanca", "2026-02-15T01:30Z")]
    public void A_local_time_is_one_instant(string date, string time, string zone, string instant) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
            ZonedTime.Instant(
                DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));
}
