using NudgeBot.Members;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

public sealed class NudgeDueTests
{
    [Fact]
    public async Task Nobody_is_nudged_before_they_said_yes()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");

        await bot.AdvanceAsync("P6W");

        Assert.Empty(await bot.NudgesAsync("ana"));
    }

    [Fact]
    public async Task A_nudge_comes_on_tuesday_at_half_past_nine_in_the_members_zone()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero), nudge.At);
        Assert.Contains("Bob Tanaka", nudge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_three_persons_at_the_most()
    {
        await using var bot = await Nudged.AnaAsync("bob", "chen", "dora", "emil");

        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        Assert.Equal(3, nudge.Buttons.Count(button => button.ActionId == "nudge.reached"));
    }

    [Fact]
    public async Task With_nobody_to_suggest_nothing_is_sent_and_the_next_one_is_due_a_week_later()
    {
        await using var bot = await Nudged.AnaAsync();

        var status = await bot.AnswerAsync("ana", "status");

        Assert.Empty(await bot.NudgesAsync("ana"));
        Assert.Contains("Next nudge: Tue 1 Dec 2026, 09:30 (Europe/Madrid)", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nudges_off_ends_them()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.SayAsync("ana", "nudges off");

        await bot.AdvanceAsync("P6W");

        Assert.Single(await bot.NudgesAsync("ana"));
    }

    [Fact]
    public async Task One_that_is_two_days_late_comes_as_it_is_and_only_once()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.SayAsync("ana", "nudges on");

        bot.Clock.Advance(TimeSpan.FromDays(3));
        await bot.RunDueAsync();
        await bot.RunDueAsync();

        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero), nudge.At);
    }

    [Fact]
    public async Task One_that_is_a_month_late_is_planned_anew_for_its_regular_time_and_brings_no_burst()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.SayAsync("ana", "nudges on");

        bot.Clock.Advance(TimeSpan.FromDays(32));
        await bot.RunDueAsync();
        var before = await bot.NudgesAsync("ana");
        await bot.AdvanceAsync("P7D");

        Assert.Empty(before);
        Assert.Equal(new DateTimeOffset(2026, 12, 29, 8, 30, 0, TimeSpan.Zero), Assert.Single(await bot.NudgesAsync("ana")).At);
    }

    [Fact]
    public async Task One_that_is_late_on_a_day_off_waits_for_the_next_working_day()
    {
        await using var bot = await WithNudgeDayAsync(DayOfWeek.Friday);

        // From Monday to Saturday noon, with nothing running in between.
        bot.Clock.Advance(TimeSpan.FromDays(5));
        await bot.RunDueAsync();
        var onSaturday = await bot.NudgesAsync("ana");
        await bot.AdvanceAsync("P3D");

        Assert.Empty(onSaturday);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 30, 0, TimeSpan.Zero), Assert.Single(await bot.NudgesAsync("ana")).At);
    }

    [Fact]
    public async Task A_restart_between_consent_and_nudge_loses_nothing()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.SayAsync("ana", "nudges on");

        await bot.RestartAsync();
        await bot.AdvanceAsync("P1D");
        await bot.RestartAsync();

        Assert.Single(await bot.NudgesAsync("ana"));
    }

    private static async Task<TestBot> WithNudgeDayAsync(DayOfWeek day)
    {
        var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.ChangeAsync("ana", member => (member.NudgeDay, member.Consent) = (day, Consent.On));
        return bot;
    }
}
