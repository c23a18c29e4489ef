using NudgeBot.Circle;

namespace NudgeBot.Tests.Circle;

public sealed class TieStateTests
{
    [Theory]
    [InlineData(0, 30, "Fresh")]
    [InlineData(29, 30, "Fresh")]
    [InlineData(30, 30, "Due")]
    [InlineData(59, 30, "Due")]
    [InlineData(60, 30, "Drifting")]
    [InlineData(240, 30, "Drifting")]
    [InlineData(241, 30, "Dormant")]
    // Three years are dormant even for those who hardly ever meet.
    [InlineData(1094, 600, "Due")]
    [InlineData(1095, 600, "Dormant")]
    public void Silence_over_rhythm_has_a_word(int silentDays, double rhythmDays, string expected)
    {
        Assert.Equal(expected, TieStates.Of(silentDays, rhythmDays).ToString());
    }
}
