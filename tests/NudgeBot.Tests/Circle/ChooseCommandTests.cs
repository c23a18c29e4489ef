using Microsoft.EntityFrameworkCore;
using NudgeBot.People;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

public sealed class ChooseCommandTests
{
    [Fact]
    public async Task A_choice_is_confirmed_with_ring_cadence_and_reason()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", "choose bob inner every 6 weeks because we think alike");

        Assert.Equal("Bob Tanaka has an inner seat in your circle, every 6 weeks, because we think alike", answer);
    }

    [Fact]
    public async Task A_choice_without_a_reason_asks_for_it_once_and_keeps_what_the_form_says()
    {
        await using var bot = new TestBot();
        var chosen = await bot.OneAsync("ana", "choose bob");

        var form = await bot.TapAsync("ana", chosen, "Say why");
        var empty = await bot.SendAsync("ana", form, new { reason = "  " });
        var kept = await bot.SendAsync("ana", form, new { reason = "he tells me the truth" });
        var again = await bot.AnswerAsync("ana", "choose bob monthly");

        Assert.Equal("Bob Tanaka has a close seat in your circle\nWhy Bob Tanaka? One sentence will help you choose wisely at the next review.", chosen.Text);
        Assert.StartsWith("The reason is empty", empty.Text, StringComparison.Ordinal);
        Assert.Equal("Bob Tanaka has a close seat in your circle, because he tells me the truth", kept.Text);
        Assert.Equal("Changed for Bob Tanaka: every month", again);
    }

    [Fact]
    public async Task Choosing_again_says_what_changed_and_the_same_again_changes_nothing()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");

        var changed = await bot.AnswerAsync("ana", "choose bob inner monthly because he listens");
        var same = await bot.AnswerAsync("ana", "choose bob inner");

        Assert.Equal("Changed for Bob Tanaka: inner instead of close, every month instead of every 6 weeks, because he listens (before: we think alike)", changed);
        Assert.Equal("Nothing to change: Bob Tanaka has an inner seat in your circle, every month, because he listens", same);
    }

    [Fact]
    public async Task Undo_puts_back_what_was_before_also_after_a_restart_and_only_once()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");
        var changed = await bot.OneAsync("ana", "choose bob inner monthly");
        await bot.RestartAsync();

        var undone = await bot.TapAsync("ana", changed, "Undo");
        var twice = await bot.TapAsync("ana", changed, "Undo");

        Assert.Equal("Put back: Bob Tanaka has a close seat in your circle, every 6 weeks, because we think alike", undone.Text);
        Assert.StartsWith("There is nothing to put back", twice.Text, StringComparison.Ordinal);
        Assert.Equal(["Bob Tanaka Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task Undo_does_nothing_where_the_place_was_changed_since_or_a_day_has_passed()
    {
        await using var bot = new TestBot();
        var first = await bot.OneAsync("ana", "choose bob because we think alike");
        var second = await bot.OneAsync("ana", "choose bob inner");

        var overtaken = await bot.TapAsync("ana", first, "Undo");
        await bot.AdvanceAsync("P2D");
        var late = await bot.TapAsync("ana", second, "Undo");

        Assert.StartsWith("This was changed again since", overtaken.Text, StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to put back", late.Text, StringComparison.Ordinal);
        Assert.Equal(["Bob Tanaka Inner"], await bot.SeatedAsync("ana"));
    }

    [Theory]
    [InlineData("choose ana", "That is you.")]
    [InlineData("choose bob inner inner", "I did not understand \"inner\" there.")]
    [InlineData("choose bob every 6 years", "every 6 years is out of range")]
    [InlineData("choose bob because", "The text is missing.")]
    [InlineData("choose inner", "Who is it about?")]
    public async Task What_cannot_be_used_is_refused_and_changes_nothing(string line, string answer)
    {
        await using var bot = new TestBot();

        Assert.StartsWith(answer, await bot.AnswerAsync("ana", line), StringComparison.Ordinal);

        Assert.Empty(await bot.SeatedAsync("ana"));
        Assert.Equal(0, await bot.AsAsync("ana", db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task A_circle_too_small_for_an_inner_ring_refuses_one_and_takes_nobody_in()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "help");
        await bot.SetAsync("ana", member => member.Seats = 2);

        var answer = await bot.AnswerAsync("ana", "choose Priya inner");

        Assert.StartsWith("A circle of 2 has no inner ring", answer, StringComparison.Ordinal);
        Assert.Equal(0, await bot.AsAsync("ana", db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task In_a_channel_the_answer_is_for_the_member_alone()
    {
        await using var bot = new TestBot();

        var answer = Assert.Single(await bot.SayAsync("ana", "choose bob because we think alike", "general"));

        Assert.True(answer.Ephemeral);
        Assert.Empty(await bot.ChannelAsync("general", "bob"));
    }
}
