using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

public sealed class FollowUpsTests
{
    [Fact]
    public async Task When_offers_moments_on_the_card_and_reminds_at_the_one_that_was_picked()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var choice = await bot.PressAsync(nudge, "nudge.when");
        var planned = await bot.PressLabelAsync(choice, "At lunch");
        await bot.AdvanceAsync("PT5H");

        Assert.Equal(["After stand-up", "At lunch", "Pick a time"], choice.Buttons.Select(button => button.Label));
        Assert.Contains("I will remind you of Bob Tanaka on Tue 24 Nov 2026", planned.Text, StringComparison.Ordinal);
        var reminder = (await bot.NudgesAsync("ana"))[^1];
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 11, 30, 0, TimeSpan.Zero), reminder.At);
        Assert.Contains("get in touch", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_that_is_over_today_means_the_next_working_day()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        await bot.AdvanceAsync("P3DT8H"); // Friday evening.

        var planned = await bot.PressLabelAsync(await bot.PressAsync(nudge, "nudge.when"), "After stand-up");

        Assert.Contains("on Mon 30 Nov 2026", planned.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picked_day_and_time_are_confirmed_and_kept()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var choice = await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.when");

        var form = await bot.PressLabelAsync(choice, "Pick a time");
        var confirmation = Assert.Single(await bot.PressAsync("ana", form, "nudge.when.form", form: new { day = "2026-12-03", time = "16:00" }));
        await bot.AdvanceAsync("P9DT7H");

        Assert.Equal("I will remind you of Bob Tanaka on Thu 3 Dec 2026, 16:00.", confirmation.Text);
        Assert.Contains(await bot.NudgesAsync("ana"), message => message.At == new DateTimeOffset(2026, 12, 3, 15, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("someday", "16:00", "\"someday\" is not a date")]
    [InlineData("2026-12-03", "25:00", "\"25:00\" is not a time of day")]
    [InlineData("2026-11-23", "16:00", "Mon 23 Nov 2026 at 16:00 is over")]
    public async Task A_time_that_cannot_be_used_is_asked_for_again(string day, string time, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var form = await bot.PressLabelAsync(await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.when"), "Pick a time");

        var answer = Assert.Single(await bot.PressAsync("ana", form, "nudge.when.form", form: new { day, time }));

        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
        Assert.Equal("form", answer.Kind);
    }

    [Fact]
    public async Task Three_days_later_it_is_asked_once_whether_it_happened()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.PressLabelAsync(await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.when"), "At lunch");

        await bot.AdvanceAsync("P4D");
        var question = Assert.Single(await bot.ChatAsync("ana"), message => message.Text.Contains("Did it happen?", StringComparison.Ordinal));
        var done = await bot.PressLabelAsync(question, "Yes");
        await bot.AdvanceAsync("P2W");

        Assert.Equal(new DateTimeOffset(2026, 11, 27, 8, 30, 0, TimeSpan.Zero), question.At);
        Assert.Equal(["Yes", "Not yet", "No"], question.Buttons.Select(button => button.Label));
        Assert.Contains("Noted: you reached out to Bob Tanaka (Tue 24 Nov 2026)", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.ChatAsync("ana"), message => message.Buttons.Any(button => button.Label == "Not yet"));
    }

    [Fact]
    public async Task Nothing_is_asked_where_the_records_tell_that_it_happened()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.PressLabelAsync(await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.when"), "At lunch");
        await bot.SayAsync("ana", "helped bob with the minutes");

        await bot.AdvanceAsync("P5D");

        Assert.DoesNotContain(await bot.ChatAsync("ana"), message => message.Text.Contains("Did it happen?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_question_leaves_one_message_a_day()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var form = await bot.PressLabelAsync(await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.when"), "Pick a time");
        // Three days after Saturday 28 is the day of the next nudge but one: Tuesday 1 December.
        await bot.ChangeAsync("ana", member => member.DaysOff = NudgeBot.Members.DaysOff.Sunday);
        await bot.PressAsync("ana", form, "nudge.when.form", form: new { day = "2026-11-28", time = "12:00" });

        await bot.AdvanceAsync("P10D");

        var question = Assert.Single(await bot.ChatAsync("ana"), message => message.Text.Contains("Did it happen?", StringComparison.Ordinal));
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 8, 30, 0, TimeSpan.Zero), question.At);
    }

    [Fact]
    public async Task A_snoozed_follow_up_comes_back_with_its_words()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        await bot.PressLabelAsync(await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.when"), "At lunch");
        await bot.AdvanceAsync("PT5H");
        var reminder = (await bot.NudgesAsync("ana"))[^1];

        await bot.PressLabelAsync(await bot.PressAsync(reminder, "nudge.snooze"), "2 weeks");
        await bot.AdvanceAsync("P2W");

        Assert.Contains(await bot.NudgesAsync("ana"), message =>
            DateOnly.FromDateTime(message.At.UtcDateTime) == new DateOnly(2026, 12, 8) && message.Text.Contains("get in touch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_follow_up_comes_on_its_day_at_the_members_time_without_consent_to_nudges()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("ana", "followup @bob on 3 March ask how the launch went");
        await bot.AdvanceAsync("P101D");

        var reminder = Assert.Single(await bot.NudgesAsync("ana"));
        Assert.Equal(new DateTimeOffset(2027, 3, 3, 8, 30, 0, TimeSpan.Zero), reminder.At);
        Assert.Contains("ask how the launch went", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_on_a_day_off_comes_on_the_next_working_day()
    {
        await using var bot = new TestBot();

        await bot.SayAsync("ana", "followup @bob on 2026-11-28 ask how the launch went");
        await bot.AdvanceAsync("P8D");

        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 30, 0, TimeSpan.Zero), Assert.Single(await bot.NudgesAsync("ana")).At);
    }

    [Fact]
    public async Task A_follow_up_on_the_day_of_the_nudge_shares_its_message()
    {
        await using var bot = new TestBot();
        await bot.KnowAsync("ana", "bob");
        await bot.SayAsync("ana", "followup @chen on 2026-11-24 ask how the launch went");
        await bot.SayAsync("ana", "nudges on");

        await bot.AdvanceAsync("P2D");

        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        Assert.Contains("ask how the launch went", nudge.Text, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka", nudge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_while_paused_comes_after_the_pause_and_after_nudges_off_not_at_all()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "followup @bob on 2026-11-25 ask how the launch went");
        await bot.SayAsync("dora", "followup @bob on 2026-11-25 ask how the launch went");
        await bot.SayAsync("ana", "pause until 2026-12-09");
        await bot.SayAsync("dora", "nudges off");

        await bot.AdvanceAsync("P6W");

        Assert.Equal(new DateTimeOffset(2026, 12, 9, 8, 30, 0, TimeSpan.Zero), Assert.Single(await bot.NudgesAsync("ana")).At);
        Assert.Empty(await bot.NudgesAsync("dora"));
    }

    [Fact]
    public async Task A_follow_up_comes_back_once_and_not_when_it_was_taken_back()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "followup @bob on 2026-11-25 ask how the launch went");
        await bot.SayAsync("ana", "followup @chen on 2026-11-26 send the slides");
        await bot.SayAsync("ana", "undo");

        await bot.AdvanceAsync("P6W");

        Assert.Contains("ask how the launch went", Assert.Single(await bot.NudgesAsync("ana")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_month_of_downtime_follow_ups_come_in_one_message()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "followup @bob on 2026-11-25 ask how the launch went");
        await bot.SayAsync("ana", "followup @chen on 2026-12-02 send the slides");

        bot.Clock.Advance(TimeSpan.FromDays(30));
        await bot.RunDueAsync();

        var reminder = Assert.Single(await bot.NudgesAsync("ana"));
        Assert.Contains("ask how the launch went", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("send the slides", reminder.Text, StringComparison.Ordinal);
    }
}
