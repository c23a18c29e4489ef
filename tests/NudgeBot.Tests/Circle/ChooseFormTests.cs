using Microsoft.EntityFrameworkCore;
using NudgeBot.People;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

public sealed class ChooseFormTests
{
    [Fact]
    public async Task Choosing_nobody_in_particular_opens_a_form_that_takes_in_somebody_from_outside()
    {
        await using var bot = new TestBot();
        var form = await bot.OneAsync("ana", "choose");

        var answer = await bot.SendAsync("ana", form, new
        {
            name = "Priya Nair",
            email = "priya@example.org",
            link = "https://example.org/priya",
            employer = "Nimbus",
            ring = "Inner",
            cadence = "twice a year",
            reason = "she built my first team",
        });

        Assert.Equal("Priya Nair has an inner seat in your circle, every 6 months, because she built my first team", answer.Text);
        var priya = await bot.AsAsync("ana", db => db.Set<Person>().AsNoTracking().SingleAsync());
        Assert.Equal(("priya@example.org", "https://example.org/priya", "Nimbus"), (priya.Email, priya.Link, priya.Employer));
        Assert.Equal("Changed for Priya Nair: close instead of inner", await bot.AnswerAsync("ana", "choose priya@example.org close"));
    }

    [Theory]
    [InlineData("", "", "", "", "The name is missing.")]
    [InlineData("\"?\"", "", "", "", "The name is missing.")]
    [InlineData("Priya", "priya at example", "", "", "\"priya at example\" is no e-mail address")]
    [InlineData("Priya", "Priya <priya@example.org>", "", "", "\"Priya <priya@example.org>\" is no e-mail address")]
    [InlineData("Priya", "", "javascript:alert(1)", "", "\"javascript:alert(1)\" is no link")]
    [InlineData("Priya", "", "", "every blue moon", "\"every blue moon\" is not an interval")]
    public async Task A_field_that_cannot_be_used_brings_the_form_back_with_what_is_wrong(string name, string email, string link, string cadence, string wrong)
    {
        await using var bot = new TestBot();
        var form = await bot.OneAsync("ana", "choose");

        var answer = await bot.SendAsync("ana", form, new { name, email, link, cadence });

        Assert.StartsWith(wrong, answer.Text, StringComparison.Ordinal);
        Assert.Equal("form", answer.Kind);
        Assert.Equal(0, await bot.AsAsync("ana", db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task An_address_tells_more_than_a_name()
    {
        await using var bot = new TestBot();
        var form = await bot.OneAsync("ana", "choose");

        var colleague = await bot.SendAsync("ana", form, new { name = "Bobby", email = "BOB@example.com", reason = "he listens" });
        var namesake = await bot.SendAsync("ana", form, new { name = "Bob Tanaka", email = "bob@elsewhere.example", reason = "from school" });

        Assert.Equal("Bob Tanaka has a close seat in your circle, because he listens", colleague.Text);
        Assert.Equal("Bob Tanaka has a close seat in your circle, because from school", namesake.Text);
        Assert.Equal(2, (await bot.SeatedAsync("ana")).Count);
    }

    [Fact]
    public async Task A_name_that_fits_several_asks_which_and_keeps_what_the_form_said()
    {
        await using var bot = new TestBot();
        var form = await bot.OneAsync("ana", "choose");
        await bot.SendAsync("ana", form, new { name = "Bob Tanaka", email = "bob@elsewhere.example" });

        var question = await bot.SendAsync("ana", form, new { name = "Bob Tanaka", ring = "Inner", reason = "he listens" });
        var answer = await bot.TapAsync("ana", question, "Bob Tanaka (bob@example.com)");

        Assert.Equal("Bob Tanaka has an inner seat in your circle, because he listens", answer.Text);
    }
}
