using NudgeBot.Channels.Local;

namespace NudgeBot.Tests.Channels.Local;

public sealed class LocalLineTests
{
    [Theory]
    [InlineData("helped bob", "helped bob")]
    [InlineData("/nudge helped bob", " helped bob")]
    [InlineData(" @NudgeBot\thelped bob", "\thelped bob")]
    [InlineData("/nudge", "")]
    // Only a whole word calls.
    [InlineData("/nudges on", "/nudges on")]
    [InlineData("@nudgebottle is empty", "@nudgebottle is empty")]
    public void A_calling_before_the_command_is_not_part_of_it(string text, string command) =>
        Assert.Equal(command, new LocalLine(text).Command);
}
