using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.People;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

public sealed class CircleMergingTests
{
    [Fact]
    public async Task A_seat_goes_before_a_rest_and_what_one_lacks_comes_from_the_other()
    {
        await using var bot = new TestBot();
        var (outside, colleague) = await TwoBobsAsync(bot);
        await bot.ForgeAsync("ana", "rest", outside.ToString());

        await bot.ForgeAsync("ana", "person.merge", $"{outside}/person:{colleague}");

        var seat = await bot.AsAsync("ana", db => db.Set<Associate>().AsNoTracking().SingleAsync());
        Assert.Equal((outside, Ring.Close, "every 6 weeks", "from school", null), (seat.PersonId, seat.Ring, seat.Cadence, seat.Reason, seat.RestedOn));
    }

    [Fact]
    public async Task A_mutual_choice_that_has_stood_goes_on_standing()
    {
        await using var bot = new TestBot();
        var (outside, colleague) = await TwoBobsAsync(bot);
        await bot.TapAsync("ana", await bot.OneAsync("ana", "circle"), "Show mutual choices");
        await bot.SayAsync("bob", "choose ana because we think alike");
        await bot.TapAsync("bob", await bot.OneAsync("bob", "circle"), "Show mutual choices");
        await bot.AdvanceAsync("P30D");

        await bot.ForgeAsync("ana", "person.merge", $"{outside}/person:{colleague}");
        await bot.AdvanceAsync("P13D");

        Assert.Contains(await bot.HeardAsync("ana"), message => message.Text.StartsWith("You and Bob Tanaka chose each other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ask_stays_with_the_one_who_may_see_it_and_a_change_before_cannot_be_undone()
    {
        await using var bot = new TestBot();
        var (outside, colleague) = await TwoBobsAsync(bot);
        var changed = await bot.OneAsync("ana", "choose bob@example.com monthly");
        await bot.SayAsync("ana", "ask who knows a tax adviser?");

        await bot.ForgeAsync("ana", "person.merge", $"{outside}/person:{colleague}");

        Assert.Contains("who knows a tax adviser?", await bot.AnswerAsync("bob", "asks"), StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to put back", (await bot.TapAsync("ana", changed, "Undo")).Text, StringComparison.Ordinal);
    }

    /// <summary>One Bob from outside with a reason and an inner seat, and the colleague of that name with a cadence and a close seat.</summary>
    private static async Task<(Guid Outside, Guid Colleague)> TwoBobsAsync(TestBot bot)
    {
        var form = await bot.OneAsync("ana", "choose");
        await bot.SendAsync("ana", form, new { name = "Bob Tanaka", email = "bob@school.example", ring = "Inner", reason = "from school" });
        await bot.SayAsync("ana", "choose bob@example.com every 6 weeks");
        var persons = await bot.AsAsync("ana", db => db.Set<Person>().AsNoTracking().ToListAsync());
        return (persons.Single(person => person.Email == "bob@school.example").PersonId, persons.Single(person => person.Email == "bob@example.com").PersonId);
    }
}
