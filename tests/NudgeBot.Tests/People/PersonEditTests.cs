using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.People;

public sealed class PersonEditTests
{
    [Fact]
    public async Task The_form_holds_what_is_known()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met bob");
        var history = Assert.Single(await bot.SayAsync("ana", "history bob"));

        var opened = Assert.Single(await bot.PressAsync("ana", history, "person.edit"));

        var fields = opened.Json.GetProperty("form").GetProperty("fields").EnumerateArray().ToDictionary(
            field => field.GetProperty("id").GetString()!, field => field.TryGetProperty("value", out var value) ? value.GetString() : null);
        Assert.Equal(["name", "email", "link", "employer", "since"], fields.Keys);
        Assert.Equal(("Bob Tanaka", "bob@example.com", null), (fields["name"], fields["email"], fields["employer"]));
    }

    [Fact]
    public async Task Employers_are_kept_with_their_dates()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Priya\" 13 years ago");

        var first = await bot.EditAsync("Priya", Form("Priya", employer: "Acme", since: "2014-02-01"));
        await bot.EditAsync("Priya", Form("Priya", employer: "Globex", since: "2020-05-01"));
        await bot.EditAsync("Priya", Form("Priya", employer: "Initech"));
        await bot.EditAsync("Priya", Form("Priya", employer: "Hooli"));

        Assert.Equal("Saved: Priya · Acme", first.Text);
        Assert.Equal(
            ["Acme 2014-02-01 2020-05-01", "Globex 2020-05-01 2026-11-23", "Hooli 2026-11-23 "],
            await bot.WorkAsync("ana", async services => (await services.GetRequiredService<BotDb>().Set<Employment>().OrderBy(row => row.Since).ToListAsync())
                .Select(row => $"{row.Employer} {row.Since:yyyy-MM-dd} {row.Until:yyyy-MM-dd}").ToList()));
    }

    [Fact]
    public async Task A_person_is_still_found_by_an_earlier_name_and_address()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met priya.nath@example.org");

        await bot.EditAsync("Priya Nath", Form("Priya Natarajan", email: "priya@acme.example"));

        Assert.StartsWith("You helped Priya Natarajan:", await bot.AnswerAsync("ana", "helped \"Priya Nath\" with the deck"), StringComparison.Ordinal);
        Assert.StartsWith("You helped Priya Natarajan:", await bot.AnswerAsync("ana", "helped priya.nath@example.org with the deck"), StringComparison.Ordinal);
        Assert.StartsWith("You helped Priya Natarajan:", await bot.AnswerAsync("ana", "helped priya@acme.example with the deck"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_taken_back_and_forth_is_kept_once()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Priya\"");

        foreach (var address in new[] { "a@example.org", "b@example.org", "a@example.org" })
            Assert.StartsWith("Saved", (await bot.EditAsync("Priya", Form("Priya", email: address))).Text, StringComparison.Ordinal);

        Assert.Equal(
            ["a@example.org ", "b@example.org 2026-11-23"],
            await bot.WorkAsync("ana", async services => (await services.GetRequiredService<BotDb>().Set<PersonAlias>().Where(row => row.Kind == AliasKind.Email).OrderBy(row => row.Value).ToListAsync())
                .Select(row => $"{row.Value} {row.Until:yyyy-MM-dd}").ToList()));
    }

    [Theory]
    [InlineData("", "", "", "", "", "A person needs a name.")]
    [InlineData("!!", "", "", "", "", "A person needs a name.")]
    [InlineData("Priya", "not an address", "", "", "", "\"not an address\" is no e-mail address")]
    [InlineData("Priya", "", "javascript:alert(1)", "", "", "A link begins with https://")]
    [InlineData("Priya", "", "", "Acme", "soon", "The day is no date")]
    [InlineData("Priya", "", "", "Acme", "2030-01-01", "The first day at an employer cannot be ahead of us.")]
    public async Task What_cannot_be_used_is_said_and_the_form_comes_back(string name, string email, string link, string employer, string since, string refusal)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Priya\"");

        var answer = await bot.EditAsync("Priya", Form(name, email, link, employer, since));

        Assert.StartsWith(refusal, answer.Text, StringComparison.Ordinal);
        Assert.Equal("form", answer.Kind);
        Assert.Equal(["Priya"], await bot.PersonsAsync());
    }

    private static object Form(string name, string email = "", string link = "", string employer = "", string since = "") => new { name, email, link, employer, since };
}
