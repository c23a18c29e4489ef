using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

/// <summary>What raises a person, and what takes one out of the circle.</summary>
public sealed class ReasonsTests
{
    [Fact]
    public async Task An_ask_of_an_associate_is_mentioned_with_a_button_to_help()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.KnowAsync("bob", "ana");
        await bot.SayAsync("bob", "ask who knows a good tax adviser?");
        await bot.SayAsync("ana", "nudges on");

        await bot.AdvanceAsync("P1D");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        var helped = await bot.PressLabelAsync(nudge, "I can help");

        Assert.Contains("who knows a good tax adviser?", nudge.Text, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka", helped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_need_is_mentioned_and_a_met_one_is_not()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.KnowAsync("dora", "bob");
        await bot.SayAsync("ana", "needs bob a QA lead");
        var need = Assert.Single(await bot.SayAsync("dora", "needs bob a QA lead"));
        await bot.PressLabelAsync(need, "Met", member: "dora");
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("dora", "nudges on");

        await bot.AdvanceAsync("P1D");

        Assert.Contains("a QA lead", Assert.Single(await bot.NudgesAsync("ana")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a QA lead", Assert.Single(await bot.NudgesAsync("dora")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rest", "is at rest on the shelf")]
    [InlineData("Release", "You released Bob Tanaka")]
    public async Task Rest_and_release_take_the_person_out_of_the_circle_and_can_be_put_back(string label, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        var (actionId, _, value) = nudge.Buttons.First(button => button.Label == label);

        var answers = await bot.PressAsync("ana", nudge, actionId, value);
        var circle = await bot.AnswerAsync("ana", "circle");

        Assert.Contains(expected, answers[0].Text, StringComparison.Ordinal);
        Assert.Contains(answers[1].Buttons, button => button.Label == "Undo");
        Assert.DoesNotContain("Bob Tanaka, ", circle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_german_everything_is_german()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.ChangeAsync("ana", member => (member.Language, member.Consent) = ("de", NudgeBot.Members.Consent.On));

        await bot.AdvanceAsync("P1D");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        var done = await bot.PressLabelAsync(nudge, "Habe mich gemeldet");

        Assert.StartsWith("Jemand, an den du denken könntest", nudge.Text, StringComparison.Ordinal);
        Assert.Contains("Notiert: du hast dich bei Bob Tanaka gemeldet", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_persons_who_turn_out_to_be_one_share_what_was_suggested()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.SayAsync("ana", "snooze bob 2 weeks");

        await bot.MergeAsync("ana", "bob", "Bobby Tables");

        Assert.Contains("Snoozed until Tue 8 Dec 2026.", await bot.AnswerAsync("ana", "why bob"), StringComparison.Ordinal);
    }
}
