using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Tests.Circle;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed class LogTests
{
    [Theory]
    [InlineData("helped", "with")]
    [InlineData("thanks", "for")]
    [InlineData("met", "about")]
    public async Task The_form_records_what_the_command_would(string direction, string lead)
    {
        await using var bot = new TestBot();

        var answer = await LogAsync(bot, "<@bob>", direction, "the board deck", "2026-11-22");
        var typed = await bot.OneAsync("ana", $"{direction} @bob {lead} the board deck yesterday");

        Assert.Contains("Bob Tanaka", answer.Text, StringComparison.Ordinal);
        Assert.Equal(typed.Text, answer.Text);
        Assert.Equal(typed.Buttons.Select(button => button.Label), answer.Card!.Buttons.Select(button => button.Label));
    }

    [Theory]
    [InlineData("with the migration, and the rest of it", "with the migration, and the rest of it")]
    [InlineData("what we said on 3 March", "what we said on 3 March")]
    [InlineData("yesterday's deck", "yesterday's deck")]
    [InlineData("for \"Acme\" and @chen, twice\non two pages", "for \"Acme\" and @chen, twice\non two pages")]
    [InlineData("3 weeks ago", "3 weeks ago")]
    [InlineData("https://example.org/a?b=c#d", "https://example.org/a?b=c#d")]
    public async Task The_text_is_kept_as_it_was_written(string what, string kept)
    {
        await using var bot = new TestBot();

        foreach (var direction in new[] { "helped", "thanks", "met" })
            await LogAsync(bot, "Priya Nair", direction, what, "2026-05-12");

        var entries = await bot.AsAsync("ana", db => db.Set<Entry>().AsNoTracking().ToListAsync());
        Assert.Equal([kept, kept, kept], entries.Select(entry => entry.Text));
        Assert.All(entries, entry => Assert.Equal(new DateOnly(2026, 5, 12), entry.On));
        Assert.Equal(["Priya Nair"], await bot.AsAsync("ana", db => db.Set<Person>().Select(person => person.Name).ToListAsync()));
    }

    [Theory]
    [InlineData("", "helped", "the deck", "", "Who it was is missing.")]
    [InlineData("<@bob>", "praised", "the deck", "", "Choose what happened")]
    [InlineData("<@bob>", "helped", " ", "", "What you helped with is missing.")]
    [InlineData("<@bob>", "met", "", "someday", "\"someday\" is not a date.")]
    [InlineData("<@bob>", "met", "", "2026-11-24", "Tue 24 Nov 2026")]
    [InlineData("<@ana>", "met", "", "", "That is you")]
    [InlineData("<@nobody>", "met", "", "", "")]
    public async Task What_cannot_be_used_brings_the_form_back_filled_in(string who, string direction, string what, string when, string wrong)
    {
        await using var bot = new TestBot();

        var answer = await LogAsync(bot, who, direction, what, when);

        Assert.Contains(wrong, answer.Text, StringComparison.Ordinal);
        Assert.Equal(who.Length == 0 ? null : who, answer.Form!.Fields[0].Value);
        Assert.Equal((0, 0), await bot.AsAsync("ana", async db => (await db.Set<Entry>().CountAsync(), await db.Set<Person>().CountAsync())));
    }

    [Fact]
    public async Task A_name_that_fits_several_asks_which_and_keeps_what_the_form_said()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped \"Bob Marley\" with a song");

        var question = await LogAsync(bot, "Bob", "thanks", "the intro to Priya", "2026-05-12");
        var pick = question.Card!.Buttons.Single(button => button.Label == "Bob Marley");
        var answer = await bot.ForgeAsync("ana", pick.ActionId, pick.Value);

        Assert.Equal("Bob Marley helped you: the intro to Priya (Tue 12 May 2026)", answer.Messages[0].Text);
    }

    [Fact]
    public async Task The_form_holds_what_was_known_when_it_was_opened()
    {
        await using var bot = new TestBot();

        var opened = await bot.ForgeAsync("ana", LogAction.Id, null, new() { ["who"] = "<@bob>", ["text"] = new string('x', 3000), ["date"] = "2026-11-20" });

        var form = opened.Messages[0].Form!;
        Assert.Equal(["<@bob>", "helped", null, "2026-11-20"], form.Fields.Select(field => field.Value?.Length > 100 ? null : field.Value));
        Assert.Equal(2000, form.Fields[2].Value!.Length);
        Assert.Equal("2026-11-23", (await bot.ForgeAsync("ana", LogAction.Id, null)).Messages[0].Form!.Fields[3].Value);
    }

    private static async Task<Message> LogAsync(TestBot bot, string who, string direction, string what, string when) =>
        (await bot.ForgeAsync("ana", LogFormAction.Id, null, new() { ["who"] = who, ["direction"] = direction, ["text"] = what, ["date"] = when })).Messages[0];
}
