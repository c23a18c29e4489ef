using NudgeBot.Circle;

namespace NudgeBot.Tests.Circle;

public sealed class RhythmTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    [Fact]
    public void A_regular_pair_has_its_gap_as_its_usual_gap()
    {
        var rhythm = Rhythm.Of(Touches(0, 10, 20, 30, 40));

        Assert.Equal(10, rhythm.UsualOr(30), 9);
    }

    [Theory]
    // Three days of contact are two gaps: too few.
    [InlineData(30, 0, 10, 20)]
    // Four touches within a week say nothing about a cadence of six weeks.
    [InlineData(42, 0, 1, 2, 4)]
    public void Little_history_leaves_the_cadence(double cadence, params int[] days)
    {
        var rhythm = Rhythm.Of(Touches(days));

        Assert.Equal(cadence, rhythm.UsualOr(cadence));
    }

    [Fact]
    public void Contacts_on_one_day_are_one()
    {
        Assert.Equal(Rhythm.Of(Touches(0, 10, 20)), Rhythm.Of(Touches(0, 0, 10, 10, 10, 20)));
    }

    [Fact]
    public void Received_help_shows_no_rhythm()
    {
        Contact[] contacts = [.. Touches(0, 10), new(Start.AddDays(15), ContactKind.Received), .. Touches(20)];

        Assert.Equal(Rhythm.Of(Touches(0, 10, 20)), Rhythm.Of(contacts));
    }

    [Fact]
    public void The_first_gap_meets_the_cadence_half_way()
    {
        var rhythm = Rhythm.Of(Touches(0, 10));

        Assert.Equal(20, rhythm.DrawnToward(30), 9);
    }

    [Fact]
    public void A_new_rhythm_takes_over_after_a_few_gaps()
    {
        var weekly = Rhythm.Of(Touches([.. Enumerable.Range(0, 50).Select(week => week * 7)]));

        var quarterly = Rhythm.Of(Touches([.. Enumerable.Range(0, 50).Select(week => week * 7), 440, 530, 620, 710, 800, 890]));

        Assert.Equal(7, weekly.UsualOr(30), 9);
        Assert.InRange(quarterly.UsualOr(30), 70, 90);
    }

    [Fact]
    public void Contacts_of_decades_ago_no_longer_set_the_rhythm()
    {
        int[] daily = [.. Enumerable.Range(0, 1000)];

        var rhythm = Rhythm.Of(Touches([.. daily, .. Enumerable.Range(0, 200).Select(month => 4000 + month * 30)]));

        Assert.Equal(30, rhythm.UsualOr(14), 6);
        Assert.Equal(4000 + 199 * 30, rhythm.SpanDays);
    }

    private static Contact[] Touches(params int[] days) => [.. days.Select(day => new Contact(Start.AddDays(day), ContactKind.Both))];
}
