namespace NudgeBot.Tests.Nudges.Sending;

public sealed class ButtonsTests
{
    [Fact]
    public async Task Every_button_says_for_screen_readers_whom_it_is_about()
    {
        await using var bot = await Nudged.AnaAsync("bob", "chen");

        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var buttons = nudge.Json.GetProperty("card").GetProperty("elements").EnumerateArray()
            .Where(element => element.GetProperty("type").GetString() == "actions")
            .SelectMany(row => row.GetProperty("buttons").EnumerateArray()).ToList();
        Assert.NotEmpty(buttons);
        Assert.All(buttons, button => Assert.Contains(button.GetProperty("about").GetString(), (string[])["Bob Tanaka", "Chen Wei"]));
    }

    [Fact]
    public async Task I_reached_out_logs_a_touch_today_and_leaves_the_others_usable()
    {
        await using var bot = await Nudged.AnaAsync("bob", "chen");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var after = await bot.PressAsync(nudge, "nudge.reached");

        Assert.Contains("Noted: you reached out to ", after.Text, StringComparison.Ordinal);
        Assert.Contains("(Tue 24 Nov 2026)", after.Text, StringComparison.Ordinal);
        Assert.Single(after.Buttons, button => button.ActionId == "nudge.reached");
        Assert.DoesNotContain(await bot.ChatAsync("ana"), message => message.Id == nudge.Id);
        Assert.Equal(1, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task Pressing_it_twice_logs_once()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        await bot.PressAsync(nudge, "nudge.reached");
        var second = await bot.PressAsync(nudge, "nudge.reached");

        Assert.Contains("Noted: you reached out to Bob Tanaka", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task Undo_on_the_card_takes_the_touch_back_and_opens_the_person_again()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var reached = await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.reached");

        var open = await bot.PressAsync(reached, "nudge.takeback");

        Assert.Contains(open.Buttons, button => button.ActionId == "nudge.reached");
        Assert.Equal(0, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task I_helped_asks_with_what_and_when_and_records_it()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var form = await bot.PressAsync(nudge, "nudge.helped");
        var confirmation = Assert.Single(await bot.PressAsync("ana", form, "nudge.helped.form", form: new { what = "the tax form", when = "2026-11-23" }));
        var again = await bot.PressAsync(nudge, "nudge.helped");

        Assert.Equal("form", form.Kind);
        Assert.Equal("You helped Bob Tanaka: the tax form (Mon 23 Nov 2026)", confirmation.Text);
        Assert.Contains("Noted: you helped Bob Tanaka", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-11-23", "Please say what you helped Bob Tanaka with")]
    [InlineData("the tax form", "soon", "\"soon\" is not a date")]
    [InlineData("the tax form", "2026-12-24", "Thu 24 Dec 2026 is still to come")]
    public async Task A_form_that_cannot_be_used_comes_back_with_what_is_wrong(string what, string when, string expected)
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var form = await bot.PressAsync(Assert.Single(await bot.NudgesAsync("ana")), "nudge.helped");

        var answer = Assert.Single(await bot.PressAsync("ana", form, "nudge.helped.form", form: new { what, when }));

        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
        Assert.Equal("form", answer.Kind);
    }

    [Fact]
    public async Task Snooze_offers_how_long_and_then_says_until_when()
    {
        await using var bot = await Nudged.AnaAsync("bob", "chen");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        var choice = await bot.PressAsync(nudge, "nudge.snooze");
        var done = await bot.PressLabelAsync(choice, "2 weeks");

        Assert.Equal(["1 week", "2 weeks", "A month"], choice.Buttons.Where(button => button.ActionId == "nudge.snooze").Select(button => button.Label).Take(3));
        Assert.Contains("comes back on Tue 8 Dec 2026 at the earliest", done.Text, StringComparison.Ordinal);
        Assert.Single(done.Buttons, button => button.ActionId == "nudge.reached");
    }

    [Fact]
    public async Task Not_now_answers_without_recording_anything()
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var done = await bot.PressLabelAsync(Assert.Single(await bot.NudgesAsync("ana")), "Not now");

        Assert.Contains("Not now. Bob Tanaka comes again a little later than usual.", done.Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task Something_recorded_by_a_command_answers_the_nudge()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));

        await bot.SayAsync("ana", "helped bob with the minutes");
        var after = await bot.PressAsync(nudge, "nudge.reached");

        Assert.Contains("Noted: in touch with Bob Tanaka", after.Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task A_button_still_works_when_the_message_is_not_kept_any_more()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var nudge = Assert.Single(await bot.NudgesAsync("ana"));
        await bot.EmptyDeliveriesAsync("ana");

        var done = await bot.PressAsync(nudge, "nudge.reached");

        Assert.Contains("Noted: you reached out to Bob Tanaka", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task Somebody_elses_suggestion_is_not_found()
    {
        await using var bot = await Nudged.AnaAsync("bob");
        var value = Assert.Single(await bot.NudgesAsync("ana")).Buttons[0].Value;

        foreach (var action in (string[])["nudge.reached", "nudge.helped", "nudge.when", "nudge.snooze", "nudge.say", "nudge.why", "nudge.leave", "nudge.stop", "nudge.takeback", "nudge.helped.form", "nudge.when.form"])
        {
            var answer = await bot.GuessAsync("dora", action, value);
            Assert.StartsWith("This is no longer here", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("not an id")]
    [InlineData("00000000-0000-0000-0000-000000000000/2 weeks")]
    public async Task A_made_up_value_finds_nothing(string? value)
    {
        await using var bot = await Nudged.AnaAsync("bob");

        var answer = await bot.GuessAsync("ana", "nudge.snooze", value);

        Assert.StartsWith("This is no longer here", answer, StringComparison.Ordinal);
    }
}
