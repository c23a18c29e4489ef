using Microsoft.EntityFrameworkCore;
using NudgeBot.People;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

public sealed class LeavingTests
{
    [Fact]
    public async Task Who_is_released_leaves_the_circle_until_it_is_undone()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob inner monthly because we think alike");

        var released = await bot.OneAsync("ana", "release bob");
        var twice = await bot.AnswerAsync("ana", "release bob");
        var undone = await bot.TapAsync("ana", released, "Undo");

        Assert.Equal("Bob Tanaka is not in your circle. Everything you recorded stays.", released.Text);
        Assert.Equal(released.Text, twice);
        Assert.Equal("Put back: Bob Tanaka has an inner seat in your circle, every month, because we think alike", undone.Text);
    }

    [Fact]
    public async Task Who_rests_is_chosen_again_with_cadence_and_reason()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob inner monthly because we think alike");

        var rested = await bot.AnswerAsync("ana", "rest bob");
        await bot.AdvanceAsync("P52W");
        var chosen = await bot.AnswerAsync("ana", "choose bob");

        Assert.Equal("Bob Tanaka is at rest on your shelf. Choose Bob Tanaka again, and cadence and reason are back.", rested);
        Assert.Equal("Bob Tanaka has an inner seat in your circle, every month, because we think alike", chosen);
    }

    [Theory]
    [InlineData("release bob", "You have recorded nothing about bob yet")]
    [InlineData("release Zebedee", "You have recorded nothing about Zebedee yet")]
    [InlineData("rest", "Who is it about?")]
    [InlineData("rest bob now please", "I did not understand")]
    public async Task Nobody_is_taken_in_by_being_let_go(string line, string answer)
    {
        await using var bot = new TestBot();

        Assert.StartsWith(answer, await bot.AnswerAsync("ana", line), StringComparison.Ordinal);

        Assert.Equal(0, await bot.AsAsync("ana", db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task Buttons_about_somebody_elses_persons_do_nothing()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob because we think alike");
        var person = (await bot.AsAsync("ana", db => db.Set<Person>().SingleAsync())).PersonId.ToString();

        foreach (var (action, value) in new[] { ("release", person), ("rest", person), ("choose.why", person), ("review.answer", $"part/{person}") })
        {
            var reply = await bot.ForgeAsync("emil", action, value);
            Assert.StartsWith("This person is not among those you know", Assert.Single(reply.Messages).Text, StringComparison.Ordinal);
        }

        Assert.Equal(["Bob Tanaka Close"], await bot.SeatedAsync("ana"));
    }

    [Fact]
    public async Task Forgetting_a_person_takes_every_trace_out_of_the_circle()
    {
        await using var bot = new TestBot();
        await bot.TapAsync("ana", await bot.OneAsync("ana", "circle"), "Show mutual choices");
        var chosen = await bot.OneAsync("ana", "choose bob because we think alike");
        await bot.SayAsync("ana", "ask who knows a tax adviser?");

        await bot.AsAsync("ana", db => db.Set<Person>().ExecuteDeleteAsync());

        Assert.Empty(await bot.SeatedAsync("ana"));
        Assert.Equal(0, await bot.AsAsync("bob", db => db.Set<NudgeBot.Circle.Mutual.ChoiceLetter>().CountAsync()));
        Assert.StartsWith("No open asks.", await bot.AnswerAsync("bob", "asks"), StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to put back", (await bot.TapAsync("ana", chosen, "Undo")).Text, StringComparison.Ordinal);
    }
}
