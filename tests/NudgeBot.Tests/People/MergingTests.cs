using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Ledger;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.People;

/// <summary>Somebody named bare years ago and the account met later are one person, once the member says so.</summary>
public sealed class MergingTests
{
    [Fact]
    public async Task Two_persons_of_one_name_become_one_with_everything_of_both()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped \"Fred Roth\" with the visa 3 years ago");
        await bot.JoinAsync("fred", "Fred Roth");
        var question = Assert.Single(await bot.SayAsync("ana", "thanks fred for the intro yesterday"));
        await bot.PressAsync("ana", question, "pick", question.Buttons.Single(button => button.Label.Contains('@', StringComparison.Ordinal)).Value);
        var history = Assert.Single(await bot.SayAsync("ana", "history <@fred>"));

        var offered = history.Buttons.Single(button => button.ActionId == "person.same");
        var sure = Assert.Single(await bot.PressAsync("ana", history, "person.same"));
        var merged = Assert.Single(await bot.PressAsync("ana", sure, "person.merge"));
        var again = Assert.Single(await bot.PressAsync("ana", sure, "person.merge"));

        Assert.Equal("Same person as Fred Roth?", offered.Label);
        Assert.StartsWith("One person now: Fred Roth · fred@example.com", merged.Text, StringComparison.Ordinal);
        Assert.StartsWith("These two are not alike any more", again.Text, StringComparison.Ordinal);
        Assert.Equal(["Fred Roth"], await bot.PersonsAsync());
        var together = await bot.AnswerAsync("ana", "history fred");
        Assert.Contains("Helped you: the intro", together, StringComparison.Ordinal);
        Assert.Contains("You helped: the visa", together, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_named_bare_is_recognised_as_the_colleague_of_that_name()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Fred Roth\" 3 years ago");
        var found = Assert.Single(await bot.SayAsync("ana", "find fred"));
        await bot.JoinAsync("fred", "Fred Roth");
        var history = Assert.Single(await bot.PressAsync("ana", found, "history"));

        var sure = Assert.Single(await bot.PressAsync("ana", history, "person.same"));
        await bot.PressAsync("ana", sure, "person.merge");

        Assert.StartsWith("You helped Fred Roth:", await bot.AnswerAsync("ana", "helped <@fred> with the deck"), StringComparison.Ordinal);
        Assert.Equal(["Fred Roth"], await bot.PersonsAsync());
    }

    [Fact]
    public async Task A_record_about_both_is_about_the_one()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Bob Smith\" and \"B. Smith\"");
        await bot.EditAsync("Bob Smith", new { name = "Bob Smith", email = "bs@example.org" });
        var saved = await bot.EditAsync("B. Smith", new { name = "B. Smith", email = "bs@example.org" });

        var sure = Assert.Single(await bot.PressAsync("ana", saved, "person.same"));
        await bot.PressAsync("ana", sure, "person.merge");

        Assert.Single(await bot.PersonsAsync());
        await FindTests.CheckIndexAsync(bot);
        Assert.Single(await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<EntryPerson>().ToListAsync()));
    }

    [Fact]
    public async Task Persons_who_are_not_alike_cannot_be_merged_by_a_guessed_value()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met bob and dora");
        var history = Assert.Single(await bot.SayAsync("ana", "history bob"));

        Assert.DoesNotContain(history.Buttons, button => button.ActionId == "person.same");
    }
}
