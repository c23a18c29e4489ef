using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle.Reviews;

public sealed class ReviewCommandTests
{
    [Fact]
    public async Task A_review_shows_one_card_a_person_and_goes_on_where_it_was_left()
    {
        await using var bot = await WithThreeAsync();

        var dora = await bot.OneAsync("ana", "review");
        var bob = await bot.TapAsync("ana", dora, "Keep");
        var left = await bot.TapAsync("ana", bob, "Later");
        await bot.RestartAsync();
        await bot.AdvanceAsync("P3D");
        var resumed = await bot.OneAsync("ana", "review");

        Assert.Equal(
            ["Dora Novak: keep, rest or part?", "Dora Novak has an inner seat in your circle, because she asks well", "fresh, no contact recorded yet, chosen today"],
            dora.Text.Split('\n'));
        Assert.StartsWith("Dora Novak keeps the seat.\nBob Tanaka: keep, rest or part?", bob.Text, StringComparison.Ordinal);
        Assert.Equal("As you like. Say review whenever you want to go on.", left.Text);
        Assert.StartsWith("Bob Tanaka: keep, rest or part?", resumed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_rest_and_part_do_what_they_say_and_can_be_undone()
    {
        await using var bot = await WithThreeAsync();
        var dora = await bot.OneAsync("ana", "review");

        var bob = await bot.TapAsync("ana", dora, "Rest");
        var chen = await bot.TapAsync("ana", bob, "Part");
        var end = await bot.TapAsync("ana", chen, "Keep");
        var seated = await bot.SeatedAsync("ana");
        await bot.TapAsync("ana", chen, "Undo");

        Assert.StartsWith("Dora Novak is at rest on your shelf.", bob.Text, StringComparison.Ordinal);
        Assert.StartsWith("Bob Tanaka is not in your circle.", chen.Text, StringComparison.Ordinal);
        Assert.Equal("Chen Wei keeps the seat.\nThat was everybody. Your circle is as you chose it today.", end.Text);
        Assert.Equal(["Chen Wei Close"], seated);
        Assert.Equal(["Bob Tanaka Close", "Chen Wei Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task An_old_card_pressed_again_changes_nobody_who_left()
    {
        await using var bot = await WithThreeAsync();
        var dora = await bot.OneAsync("ana", "review");
        await bot.TapAsync("ana", dora, "Part");

        var again = await bot.TapAsync("ana", dora, "Rest");

        Assert.StartsWith("Dora Novak is not in your circle.", again.Text, StringComparison.Ordinal);
        Assert.Equal(["Bob Tanaka Close", "Chen Wei Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task An_empty_circle_has_nothing_to_review()
    {
        await using var bot = new TestBot();

        Assert.StartsWith("Your circle is empty", await bot.AnswerAsync("ana", "review"), StringComparison.Ordinal);
    }

    private static async Task<TestBot> WithThreeAsync()
    {
        var bot = new TestBot();
        await bot.SayAsync("ana", "choose chen because he listens");
        await bot.SayAsync("ana", "choose bob because we think alike");
        await bot.SayAsync("ana", "choose dora inner because she asks well");
        return bot;
    }
}
