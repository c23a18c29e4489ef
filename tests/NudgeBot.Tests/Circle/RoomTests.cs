using NudgeBot.Circle;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

/// <summary>Choosing past the cap.</summary>
public sealed class RoomTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 1, 2)]
    [InlineData(15, 5, 10)]
    [InlineData(50, 16, 34)]
    public void A_third_of_the_seats_is_inner(int all, int inner, int close) =>
        Assert.Equal((inner, close), (Rings.Seats(Ring.Inner, all), Rings.Seats(Ring.Close, all)));

    [Fact]
    public async Task A_full_ring_asks_whom_to_release_and_one_tap_swaps_also_after_a_restart()
    {
        await using var bot = await FullAsync();
        var question = await bot.OneAsync("ana", "choose dora monthly because she asks well");
        await bot.RestartAsync();

        var swapped = await bot.TapAsync("ana", question, "Bob Tanaka");
        var again = await bot.TapAsync("ana", question, "Bob Tanaka");

        Assert.Equal("Your close ring is full. Who makes room for Dora Novak? Bob Tanaka, Chen Wei, An inner seat instead, Nobody", question.Text);
        Assert.Equal(
            "Dora Novak has a close seat in your circle, every month, because she asks well\nBob Tanaka is not in your circle. Everything you recorded stays.", swapped.Text);
        Assert.StartsWith("This question is not open any more.", again.Text, StringComparison.Ordinal);
        Assert.Equal(["Chen Wei Close", "Dora Novak Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task Undoing_a_swap_puts_both_back()
    {
        await using var bot = await FullAsync();
        var swapped = await bot.TapAsync("ana", await bot.OneAsync("ana", "choose dora because she asks well"), "Bob Tanaka");

        var undone = await bot.TapAsync("ana", swapped, "Undo");

        Assert.Equal(
            "Put back: Bob Tanaka has a close seat in your circle, because of bob\nDora Novak is not in your circle. Everything you recorded stays.", undone.Text);
        Assert.Equal(["Bob Tanaka Close", "Chen Wei Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task Nobody_needs_to_leave_where_the_other_ring_has_a_seat_or_the_choice_is_dropped()
    {
        await using var bot = await FullAsync();

        var dropped = await bot.TapAsync("ana", await bot.OneAsync("ana", "choose dora because she asks well"), "Nobody");
        var other = await bot.TapAsync("ana", await bot.OneAsync("ana", "choose dora because she asks well"), "An inner seat instead");

        Assert.StartsWith("Your circle stays as it is.", dropped.Text, StringComparison.Ordinal);
        Assert.Equal("Dora Novak has an inner seat in your circle, because she asks well", other.Text);
        Assert.Equal(["Bob Tanaka Close", "Chen Wei Close", "Dora Novak Inner"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task Moving_into_a_full_ring_trades_seats_and_nobody_leaves()
    {
        await using var bot = await FullAsync();
        await bot.SayAsync("ana", "choose dora inner because she asks well");

        var question = await bot.OneAsync("ana", "choose bob inner");
        var traded = await bot.TapAsync("ana", question, "Dora Novak");

        Assert.Equal("Your inner ring is full. Who changes seats with Bob Tanaka? Dora Novak, Nobody", question.Text);
        Assert.Equal("Changed for Bob Tanaka: inner instead of close\nChanged for Dora Novak: close instead of inner", traded.Text);
        Assert.Equal(["Bob Tanaka Inner", "Chen Wei Close", "Dora Novak Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task A_release_cannot_be_undone_into_a_seat_that_was_given_away()
    {
        await using var bot = await FullAsync();
        var released = await bot.OneAsync("ana", "release bob");
        await bot.SayAsync("ana", "choose dora because she asks well");

        var undone = await bot.TapAsync("ana", released, "Undo");

        Assert.StartsWith("The seat has been given to somebody else", undone.Text, StringComparison.Ordinal);
        Assert.Equal(["Chen Wei Close", "Dora Novak Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task Somebody_elses_question_cannot_be_answered()
    {
        await using var bot = await FullAsync();
        var question = await bot.OneAsync("ana", "choose dora because she asks well");

        var reply = await bot.ForgeAsync("emil", "choose.room", question.Buttons[0].Value);

        Assert.StartsWith("This question is not open any more.", Assert.Single(reply.Messages).Text, StringComparison.Ordinal);
        Assert.Equal(["Bob Tanaka Close", "Chen Wei Close"], await bot.SeatedAsync("ana"));
    }

    /// <summary>Ana has three seats, one inner and free, two close and taken.</summary>
    private static async Task<TestBot> FullAsync()
    {
        var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob because of bob");
        await bot.SayAsync("ana", "choose chen because of chen");
        await bot.SetAsync("ana", member => member.Seats = 3);
        return bot;
    }
}
