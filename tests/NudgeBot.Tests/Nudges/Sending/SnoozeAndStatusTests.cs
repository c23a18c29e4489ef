using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

public sealed class SnoozeAndStatusTests
{
    [Fact]
    public async Task Snooze_says_from_when_the_person_comes_back()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var answer = await bot.AnswerAsync("ana", "snooze bob 2 weeks");

        Assert.Equal("Bob Tanaka comes back on Tue 8 Dec 2026 at the earliest.", answer);
    }

    [Theory]
    [InlineData("snooze bob until 2020-01-01", "Wed 1 Jan 2020 is not after today")]
    [InlineData("snooze bob", "The date is missing")]
    [InlineData("snooze", "Who is it about?")]
    [InlineData("snooze bob 99999 weeks", "99999 weeks is out of range")]
    [InlineData("status please", "I did not understand \"please\"")]
    public async Task What_cannot_be_used_is_refused_with_what_would_work(string line, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var answer = await bot.AnswerAsync("ana", line);

        Assert.StartsWith(expected, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_when_the_next_nudge_is_due_and_what_became_of_the_last_ones()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var answer = await bot.AnswerAsync("ana", "status");

        Assert.Contains("Next nudge: Tue 1 Dec 2026, 09:30 (Europe/Madrid)", answer, StringComparison.Ordinal);
        Assert.Contains("Nudge: delivered Tue 24 Nov 2026, 09:30 (Europe/Madrid)", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_without_consent_says_that_nothing_is_planned()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", "status");

        Assert.Contains("Next: nothing is planned", answer, StringComparison.Ordinal);
    }
}
