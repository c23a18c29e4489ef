using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Members;

public sealed class PauseCommandTests
{
    [Theory]
    [InlineData("pause until monday", "Paused until Mon 30 Nov 2026: no nudges before that day, unless you say resume.")]
    [InlineData("pause for 2 weeks", "Paused until Mon 7 Dec 2026: no nudges before that day, unless you say resume.")]
    [InlineData("pause 3 days", "Paused until Thu 26 Nov 2026: no nudges before that day, unless you say resume.")]
    [InlineData("pause", "Paused: no nudges until you say resume.")]
    public async Task A_pause_is_confirmed_with_its_end(string line, string answer)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "nudges on");

        Assert.Equal(answer, await bot.AnswerAsync("bob", line));
    }

    [Theory]
    [InlineData("pause until yesterday", "Sun 22 Nov 2026 is not ahead")]
    [InlineData("pause until today", "Mon 23 Nov 2026 is not ahead")]
    [InlineData("pause until 31 february", "No calendar has 31 february.")]
    [InlineData("pause for 20 years", "20 years is out of range")]
    [InlineData("pause a while", "a while is not a date")]
    public async Task What_is_no_day_ahead_is_refused_and_changes_nothing(string line, string answer)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "nudges on");

        Assert.StartsWith(answer, await bot.AnswerAsync("bob", line), StringComparison.Ordinal);
        Assert.StartsWith("Nudges are on: ", await bot.AnswerAsync("bob", "nudges"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_tells_the_pause_until_the_day_has_come()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "nudges on");
        await bot.SayAsync("bob", "pause until thursday");

        var during = await bot.AnswerAsync("bob", "nudges");
        await bot.AdvanceAsync("P3D");
        var after = await bot.AnswerAsync("bob", "nudges");

        Assert.Contains("paused until Thu 26 Nov 2026", during, StringComparison.Ordinal);
        Assert.StartsWith("Nudges are on: ", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resuming_ends_a_pause_once()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "nudges on");
        await bot.SayAsync("bob", "pause");

        var first = await bot.AnswerAsync("bob", "resume");
        var second = await bot.AnswerAsync("bob", "resume");

        Assert.StartsWith("The pause is over. Nudges are on: every Tuesday", first, StringComparison.Ordinal);
        Assert.StartsWith("You were not paused. Nudges are on: every Tuesday", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_without_consent_says_that_nothing_comes_anyway()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("bob", "pause until monday");

        Assert.Equal(
            "Paused until Mon 30 Nov 2026: no nudges before that day, unless you say resume. You have not said yes to nudges, so I send you none. To have them, say nudges on.", answer);
    }
}
