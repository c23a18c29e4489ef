using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

public sealed class BackOffTests
{
    private const string Keep = "Keep suggesting", Weekly = "As before", Monthly = "Once a month", Stop = "Stop";

    [Fact]
    public async Task An_unanswered_nudge_doubles_the_wait_and_an_answer_ends_it()
    {
        await using var ignoring = await Nudged.AnaAsync("bob");
        await using var answering = await Nudged.AnaAsync("bob");
        await answering.PressLabelAsync(Assert.Single(await answering.NudgesAsync("ana")), "Not now");

        await ignoring.AdvanceAsync("P50D");
        await answering.AdvanceAsync("P50D");

        Assert.Single(await ignoring.NudgesAsync("ana"));
        Assert.Equal(new DateOnly(2026, 12, 29), DateOnly.FromDateTime((await answering.NudgesAsync("ana"))[^1].At.UtcDateTime));
    }

    [Fact]
    public async Task After_the_third_unanswered_one_a_card_asks_once_whether_to_keep_the_person()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        await bot.AdvanceAsync("P300D");

        var chat = await bot.ChatAsync("ana");
        var question = Assert.Single(chat, message => message.Buttons.Any(button => button.Label == Keep));
        Assert.Equal(3, (await bot.NudgesAsync("ana")).Count);
        Assert.Equal([Keep, "Rest", "Stop suggesting"], question.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Keeping_the_person_brings_them_back()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.AdvanceAsync("P300D");
        var question = Assert.Single(await bot.ChatAsync("ana"), message => message.Buttons.Any(button => button.Label == Keep));

        var kept = await bot.PressLabelAsync(question, Keep);
        await bot.AdvanceAsync("P60D");

        Assert.Contains("I will go on suggesting Bob Tanaka.", kept.Text, StringComparison.Ordinal);
        Assert.True((await bot.NudgesAsync("ana")).Count > 3);
    }

    [Fact]
    public async Task Whoever_was_stopped_is_not_suggested_again()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.AdvanceAsync("P300D");
        var question = Assert.Single(await bot.ChatAsync("ana"), message => message.Buttons.Any(button => button.Label == Keep));

        await bot.PressLabelAsync(question, "Stop suggesting");
        await bot.AdvanceAsync("P400D");

        Assert.Equal(3, (await bot.NudgesAsync("ana")).Count);
    }

    [Fact]
    public async Task After_the_last_question_there_is_silence_until_it_is_answered()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.AdvanceAsync("P500D");
        var before = await NudgeActionsAsync(bot);
        await bot.AdvanceAsync("P500D");

        var question = Assert.Single(await bot.ChatAsync("ana"), message => message.Buttons.Any(button => button.Label == Monthly));
        Assert.Equal([Weekly, Monthly, Stop], question.Buttons.Select(button => button.Label));
        Assert.Equal(before, await NudgeActionsAsync(bot));
        Assert.Contains("Next: nothing is planned", await bot.AnswerAsync("ana", "status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Weekly, "Next nudge: ")]
    [InlineData(Monthly, "Next nudge: ")]
    [InlineData(Stop, "Next: nothing is planned")]
    public async Task An_answer_to_the_last_question_holds(string answer, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.AdvanceAsync("P500D");
        var question = Assert.Single(await bot.ChatAsync("ana"), message => message.Buttons.Any(button => button.Label == Monthly));

        await bot.PressLabelAsync(question, answer);

        Assert.Contains(expected, await bot.AnswerAsync("ana", "status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answering_an_old_card_restores_the_weekly_rhythm()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.AdvanceAsync("P500D");

        await bot.PressLabelAsync((await bot.NudgesAsync("ana"))[0], "Not now");

        Assert.Contains("Next nudge: ", await bot.AnswerAsync("ana", "status"), StringComparison.Ordinal);
    }

    private static async Task<int> NudgeActionsAsync(TestBot bot) => (await bot.ChatAsync("ana"))
        .SelectMany(message => message.Buttons).Count(button => button.ActionId.StartsWith("nudge.", StringComparison.Ordinal));
}
