using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

public sealed class NextAndWhyTests
{
    [Fact]
    public async Task Next_says_when_and_whom_and_changes_nothing()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob", "chen");
        await bot.SayAsync("ana", "nudges on");

        var first = await bot.AnswerAsync("ana", "next");
        var second = await bot.AnswerAsync("ana", "next");
        await bot.AdvanceAsync("P1D");

        Assert.StartsWith("The next nudge is due on Tue 24 Nov 2026, 09:30 (Europe/Madrid)", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        Assert.All(nudge.Text.Split('\n').Skip(1), line => Assert.Contains(line, first, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Next_without_consent_says_so_and_shows_it_all_the_same()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");

        var answer = await bot.AnswerAsync("ana", "next");

        Assert.Contains("nudges on", answer, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("next 0", "0 is not a number from 1 to 50")]
    [InlineData("next many", "many is not a number from 1 to 50")]
    [InlineData("why", "Who is it about?")]
    [InlineData("why Ludmilla Novak", "You have recorded nothing about Ludmilla")]
    public async Task What_cannot_be_used_is_refused_with_what_would_work(string line, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var answer = await bot.AnswerAsync("ana", line);

        Assert.StartsWith(expected, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_says_when_the_person_is_due_and_reaching_out_moves_that_day()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var before = await bot.AnswerAsync("ana", "why bob");
        await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.reached");
        var after = await bot.AnswerAsync("ana", "why bob");

        Assert.Contains("Bob Tanaka is due on Wed 2 Dec 2026", before, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka is due on Thu 24 Dec 2026", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_why_button_answers_beside_the_card()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var why = await bot.PressAsync(nudge, "nudge.why");

        Assert.Contains("Bob Tanaka is due on", why.Text, StringComparison.Ordinal);
        Assert.Contains(await bot.ChatAsync("ana"), message => message.Id == nudge.Id);
    }

    [Fact]
    public async Task Why_says_what_keeps_somebody_away()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var suggested = await bot.AnswerAsync("ana", "why bob");
        await bot.SayAsync("ana", "snooze bob 2 weeks");
        var snoozed = await bot.AnswerAsync("ana", "why bob");

        Assert.Contains("Suggested on Tue 24 Nov 2026; not again before", suggested, StringComparison.Ordinal);
        Assert.Contains("Snoozed until Tue 8 Dec 2026.", snoozed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_stopped_or_snoozed_can_come_up_again()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.SayAsync("ana", "snooze bob 2 weeks");
        var why = Assert.Single(await bot.SayAsync("ana", "why bob"));

        var again = await bot.PressLabelAsync(why, "Suggest again");

        Assert.Equal("Bob Tanaka can come up again.", again.Text);
        Assert.DoesNotContain("Snoozed", await bot.AnswerAsync("ana", "why bob"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_why_of_somebody_elses_persons()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.SayAsync("ana", "helped Ludmilla with the visa");

        var answer = await bot.AnswerAsync("dora", "why Ludmilla");

        Assert.StartsWith("You have recorded nothing about Ludmilla", answer, StringComparison.Ordinal);
    }
}
