using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Members;

public sealed class SettingsTests
{
    [Fact]
    public async Task The_form_shows_what_holds_now()
    {
        await using var bot = new TestBot();

        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        Assert.Equal("form", form.Kind);
        Assert.Equal(
            ["Tuesday", "09:30", "Saturday,Sunday", "", "1", "15", "yes", "no", "en"],
            new[] { "day", "time", "days_off", "zone", "nudges", "seats", "shelf", "reveal", "language" }.Select(form.Field));
    }

    [Fact]
    public async Task What_changed_is_repeated_and_holds()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "nudges on");
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        var saved = Assert.Single(await bot.PressAsync("bob", form, "settings", form: new { day = "Thursday", time = "15:00", zone = "asia/tokyo" }));

        Assert.Equal(
            """
            Saved.
            Day of the nudge: Thursday (before: Tuesday)
            Time of the nudge: 15:00 (before: 09:30)
            Time zone: Asia/Tokyo (before: as in your account)
            """,
            saved.Text);
        Assert.StartsWith("Nudges are on: every Thursday at 15:00, Asia/Tokyo.", await bot.AnswerAsync("bob", "nudges"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_named_at_once_nothing_is_changed_and_the_form_keeps_what_was_typed()
    {
        await using var bot = new TestBot();
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        var refused = Assert.Single(await bot.PressAsync("bob", form, "settings", form: new
        {
            day = "Someday",
            time = "25:00",
            days_off = "Saturday,Blursday",
            zone = "Mars/Olympus",
            nudges = "7",
            seats = "51",
            shelf = "maybe",
            reveal = "",
            language = "fr",
        }));

        Assert.Equal(
            ["Nothing was changed yet", "• Days off", "• Day of the nudge", "• Time of the nudge", "• Time zone", "• How often", "• Seats in your circle", "• Suggest people from the shelf", "• Reveal a mutual choice", "• Language"],
            refused.Text.Split('\n').Select(line => line.Split(':')[0]));
        Assert.Equal(
            ["days_off", "day", "time", "zone", "nudges", "seats", "shelf", "reveal", "language"],
            refused.Json.GetProperty("form").GetProperty("faults").EnumerateObject().Select(fault => fault.Name));
        Assert.Equal(["Someday", "25:00", "51"], new[] { "day", "time", "seats" }.Select(refused.Field));
        Assert.Equal("Tuesday", Assert.Single(await bot.SayAsync("bob", "settings")).Field("day"));
    }

    [Fact]
    public async Task A_whole_form_without_days_off_has_them_emptied_as_platforms_tell_it()
    {
        await using var bot = new TestBot();
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        var saved = Assert.Single(await bot.PressAsync("bob", form, "settings", form: new Dictionary<string, string>
        {
            ["day"] = form.Field("day")!,
            ["time"] = form.Field("time")!,
            ["nudges"] = form.Field("nudges")!,
            ["seats"] = form.Field("seats")!,
            ["shelf"] = form.Field("shelf")!,
            ["reveal"] = form.Field("reveal")!,
            ["language"] = form.Field("language")!,
        }));

        Assert.Equal("Saved.\nDays off: none (before: Saturday, Sunday)", saved.Text);
    }

    [Fact]
    public async Task The_form_that_came_back_can_be_corrected_and_sent()
    {
        await using var bot = new TestBot();
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));
        var refused = Assert.Single(await bot.PressAsync("bob", form, "settings", form: new { day = "Friday", seats = "0" }));

        var saved = Assert.Single(await bot.PressAsync("bob", refused, "settings", form: new { day = "Friday", seats = "5" }));

        Assert.Equal("Saved.\nDay of the nudge: Friday (before: Tuesday)\nSeats in your circle: 5 (before: 15)", saved.Text);
    }

    [Theory]
    // The day of the nudge must be one on which it may come.
    [InlineData("days_off", "Tuesday", "Day of the nudge: Tuesday is one of your days off.")]
    [InlineData("day", "Sunday", "Day of the nudge: Sunday is one of your days off.")]
    // Numbers are no weekdays, and the case is the form's own.
    [InlineData("day", "2", "Day of the nudge: \"2\" is no weekday.")]
    [InlineData("day", "", "Day of the nudge: \"\" is no weekday.")]
    [InlineData("time", "9am", "Time of the nudge: \"9am\" is no time of day.")]
    [InlineData("seats", "-3", "Seats in your circle: \"-3\" is not a number from 1 to 50.")]
    [InlineData("seats", "99999999999", "Seats in your circle: \"99999999999\" is not a number from 1 to 50.")]
    // Windows names, cities, slips and abbreviations are answered with what would work.
    [InlineData("zone", "W. Europe Standard Time", "Time zone: I do not know \"W. Europe Standard Time\". Did you mean Europe/Berlin?")]
    [InlineData("zone", "New York", "Time zone: I do not know \"New York\". Did you mean America/New_York?")]
    [InlineData("zone", "Europe/Madird", "Time zone: I do not know \"Europe/Madird\". Did you mean Europe/Madrid?")]
    [InlineData("zone", "EST", "Time zone: I do not know \"EST\".")]
    [InlineData("zone", "../../etc/passwd", "Time zone: I do not know \"../../etc/passwd\".")]
    public async Task A_fault_says_what_is_wrong(string field, string value, string fault)
    {
        await using var bot = new TestBot();
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        var refused = Assert.Single(await bot.PressAsync("bob", form, "settings", form: new Dictionary<string, string> { [field] = value }));

        Assert.StartsWith($"• {fault}", refused.Text.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(2, refused.Text.Split('\n').Length);
    }

    [Fact]
    public async Task A_new_language_begins_with_the_very_answer()
    {
        await using var bot = new TestBot();
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        var saved = Assert.Single(await bot.PressAsync("bob", form, "settings", form: new { language = "de", day = "Wednesday" }));

        Assert.Equal("Gespeichert.\nTag des Anstoßes: Mittwoch (vorher: Dienstag)\nSprache: Deutsch (vorher: English)", saved.Text);
        Assert.StartsWith("Anstöße sind an: jeden Mittwoch um 09:30", await bot.AnswerAsync("bob", "nudges on"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_form_as_it_is_changes_nothing()
    {
        await using var bot = new TestBot();
        var form = Assert.Single(await bot.SayAsync("bob", "settings"));

        Assert.Equal("Nothing to change: everything is as it was.", Assert.Single(await bot.PressAsync("bob", form, "settings")).Text);
    }
}
