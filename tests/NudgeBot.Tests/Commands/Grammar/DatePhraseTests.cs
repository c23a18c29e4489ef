using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>What people mean by a date. Today is Sunday, 22 November 2026.</summary>
public sealed class DatePhraseTests
{
    [Theory]
    // Around today; the words decide, not the direction
    [InlineData("today", "2026-11-22", "2026-11-22")]
    [InlineData("Yesterday", "2026-11-21", "2026-11-21")]
    [InlineData("yesterday evening", "2026-11-21", "2026-11-21")]
    [InlineData("tomorrow", "2026-11-23", "2026-11-23")]
    [InlineData("this morning", "2026-11-22", "2026-11-22")]
    [InlineData("earlier today", "2026-11-22", "2026-11-22")]
    [InlineData("tonight", "2026-11-22", "2026-11-22")]
    [InlineData("last night", "2026-11-21", "2026-11-21")]
    [InlineData("the day before yesterday", "2026-11-20", "2026-11-20")]
    [InlineData("day after tomorrow", "2026-11-24", "2026-11-24")]
    // Weekdays: last is the latest before today, next the first after today, today itself being neither
    [InlineData("last tuesday", "2026-11-17", "2026-11-17")]
    [InlineData("last Saturday", "2026-11-21", "2026-11-21")]
    [InlineData("last sunday", "2026-11-15", "2026-11-15")]
    [InlineData("last tue", "2026-11-17", "2026-11-17")]
    [InlineData("next monday", "2026-11-23", "2026-11-23")]
    [InlineData("next sunday", "2026-11-29", "2026-11-29")]
    // A bare weekday, today included in the past only
    [InlineData("on friday", "2026-11-20", "2026-11-27")]
    [InlineData("friday", "2026-11-20", "2026-11-27")]
    [InlineData("friday morning", "2026-11-20", "2026-11-27")]
    [InlineData("on fri", "2026-11-20", "2026-11-27")]
    [InlineData("this friday", "2026-11-20", "2026-11-27")]
    [InlineData("sunday", "2026-11-22", "2026-11-29")]
    // So many units ago
    [InlineData("3 weeks ago", "2026-11-01", "2026-11-01")]
    [InlineData("three weeks ago", "2026-11-01", "2026-11-01")]
    [InlineData("a week ago", "2026-11-15", "2026-11-15")]
    [InlineData("two months ago", "2026-09-22", "2026-09-22")]
    [InlineData("a couple of days ago", "2026-11-20", "2026-11-20")]
    [InlineData("a fortnight ago", "2026-11-08", "2026-11-08")]
    [InlineData("13 years ago", "2013-11-22", "2013-11-22")]
    [InlineData("9 months ago", "2026-02-22", "2026-02-22")]
    // In so many units
    [InlineData("in 2 months", "2027-01-22", "2027-01-22")]
    [InlineData("in a fortnight", "2026-12-06", "2026-12-06")]
    [InlineData("in twelve days", "2026-12-04", "2026-12-04")]
    [InlineData("in two weeks' time", "2026-12-06", "2026-12-06")]
    // Last and next units
    [InlineData("last week", "2026-11-15", "2026-11-15")]
    [InlineData("last month", "2026-10-22", "2026-10-22")]
    [InlineData("last year", "2025-11-22", "2025-11-22")]
    [InlineData("next week", "2026-11-29", "2026-11-29")]
    [InlineData("next month", "2026-12-22", "2026-12-22")]
    // A day and a month: the latest on or before today, or the next after today
    [InlineData("12 May", "2026-05-12", "2027-05-12")]
    [InlineData("May 12", "2026-05-12", "2027-05-12")]
    [InlineData("may 12th", "2026-05-12", "2027-05-12")]
    [InlineData("on the 12th of May", "2026-05-12", "2027-05-12")]
    [InlineData("3 Dec", "2025-12-03", "2026-12-03")]
    [InlineData("Dec. 3rd", "2025-12-03", "2026-12-03")]
    [InlineData("22 November", "2026-11-22", "2027-11-22")]
    [InlineData("29 Feb", "2024-02-29", "2028-02-29")]
    [InlineData("9 sept", "2026-09-09", "2027-09-09")]
    // With a year
    [InlineData("12 May 2019", "2019-05-12", "2019-05-12")]
    [InlineData("12th of May 2019", "2019-05-12", "2019-05-12")]
    [InlineData("May 12, 2019", "2019-05-12", "2019-05-12")]
    [InlineData("Sunday, 12 May 2019", "2019-05-12", "2019-05-12")]
    [InlineData("2019-05-12", "2019-05-12", "2019-05-12")]
    [InlineData("12.05.2019", "2019-05-12", "2019-05-12")]
    [InlineData("1.5.2019", "2019-05-01", "2019-05-01")]
    [InlineData("25/12/2019", "2019-12-25", "2019-12-25")]
    [InlineData("12/25/2019", "2019-12-25", "2019-12-25")]
    [InlineData("05/05/2019", "2019-05-05", "2019-05-05")]
    [InlineData("2019-05-12.", "2019-05-12", "2019-05-12")]
    public void A_date_is_read_in_either_direction(string text, string past, string future)
    {
        var back = DatePhrase.Read(text, Some.Today, Direction.Past);
        var ahead = DatePhrase.Read(text, Some.Today, Direction.Future);

        Assert.Equal((past, future), (Some.Written(back.Value), Some.Written(ahead.Value)));
    }

    [Theory]
    // No calendar has them
    [InlineData("31 Feb", "NoSuchDate@0")]
    [InlineData("on 30 Feb", "NoSuchDate@3")]
    [InlineData("29 Feb 2019", "NoSuchDate@0")]
    [InlineData("2019-13-40", "NoSuchDate@0")]
    [InlineData("32.01.2019", "NoSuchDate@0")]
    [InlineData("13/13/2019", "NoSuchDate@0")]
    [InlineData("0 May", "NoSuchDate@0")]
    [InlineData("May 45th", "NoSuchDate@0")]
    [InlineData("Friday, 12 May 2019", "NoSuchDate@0")]
    // Two readings
    [InlineData("12/05/2019", "AmbiguousDate@0")]
    // Outside 1900 to 2200
    [InlineData("12 May 1899", "YearOutOfRange@0")]
    [InlineData("2201-01-01", "YearOutOfRange@0")]
    [InlineData("127 years ago", "YearOutOfRange@0")]
    [InlineData("in 99999 years", "YearOutOfRange@0")]
    // No dates at all
    [InlineData("", "MissingDate@0")]
    [InlineData("someday", "BadDate@0")]
    [InlineData("next", "BadDate@0")]
    [InlineData("sun", "BadDate@0")]
    [InlineData("friday noon", "BadDate@0")]
    public void What_is_no_date_says_why(string text, string error) =>
        Assert.Equal(error, Some.Written(DatePhrase.Read(text, Some.Today, Direction.Past).Error));

    [Fact]
    public void An_ambiguous_date_names_both_readings() =>
        Assert.Equal(["2019-05-12", "2019-12-05"], DatePhrase.Read("12/05/2019", Some.Today, Direction.Past).Error?.Expected ?? []);

    [Theory]
    // Months clamp to the end of a shorter one
    [InlineData("2026-01-31", "in a month", "2026-02-28")]
    [InlineData("2028-01-31", "in a month", "2028-02-29")]
    [InlineData("2026-03-31", "a month ago", "2026-02-28")]
    [InlineData("2028-02-29", "a year ago", "2027-02-28")]
    // 29 February across a century that has none
    [InlineData("2098-06-01", "29 Feb", "2104-02-29")]
    public void Months_and_years_differ_in_length(string today, string text, string expected) =>
        Assert.Equal(expected, Some.Written(DatePhrase.Read(text, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Direction.Future).Value));
}
