namespace NudgeBot.Tests.Nudges.Sending;

public sealed class LearningTests
{
    [Fact]
    public async Task Not_now_lets_the_person_come_later_and_why_says_so()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var before = await bot.AnswerAsync("ana", "why bob");

        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.say");

        var why = await bot.AnswerAsync("ana", "why bob");
        Assert.DoesNotContain("Your answers", before, StringComparison.Ordinal);
        Assert.Contains("Your answers have put this off: Bob Tanaka comes up after five weeks instead of four weeks.", why, StringComparison.Ordinal);
        Assert.Contains("an interval of four weeks is assumed", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snooze_lets_the_person_come_later_too()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var choice = await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.snooze");

        await bot.PressAsync(choice, "nudge.snooze");

        Assert.Contains("put this off", await bot.AnswerAsync("ana", "why bob"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaching_out_takes_one_step_back_until_it_is_taken_back_itself()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.say");
        await bot.AdvanceAsync("P6W");

        var done = await bot.PressAsync((await bot.NudgesAsync("ana"))[^1], "nudge.reached");
        var after = await bot.AnswerAsync("ana", "why bob");
        await bot.PressAsync(done, "nudge.takeback");
        var again = await bot.AnswerAsync("ana", "why bob");

        Assert.DoesNotContain("Your answers", after, StringComparison.Ordinal);
        Assert.Contains("Your answers have put this off", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaching_out_never_brings_somebody_sooner_than_was_asked()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.reached");

        Assert.DoesNotContain("Your answers", await bot.AnswerAsync("ana", "why bob"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learned_is_forgotten_with_one_press()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.say");
        var why = Assert.Single(await bot.SayAsync("ana", "why bob"));

        var answer = await bot.PressAsync(why, "nudge.unlearn");

        Assert.DoesNotContain("Your answers", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Your answers", await bot.AnswerAsync("ana", "why bob"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_circle_reckons_with_the_same_rhythm()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.say");

        // 21 days and 12 more are past the cadence of 30, and within the 36 that "not now" made of it.
        await bot.AdvanceAsync("P11D");

        Assert.Contains("fresh", await bot.AnswerAsync("ana", "circle"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_answer_about_somebody_from_the_shelf_teaches_nothing()
    {
        await using var bot = await Nudged.AnaAsync("bob", "chen", "dora");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        await bot.PressAsync("ana", nudge, "nudge.say", nudge.ValueAbout("nudge.say", "Dora Novak"));

        Assert.DoesNotContain("Your answers", await bot.AnswerAsync("ana", "why dora"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_learned_across_members()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.KnowAsync("dora", "bob");

        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.say");

        Assert.DoesNotContain("Your answers", await bot.AnswerAsync("dora", "why bob"), StringComparison.Ordinal);
    }
}
