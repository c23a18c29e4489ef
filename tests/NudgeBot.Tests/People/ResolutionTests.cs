using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.People;

/// <summary>Whom a name means: the accounts of the built-in workspace, and whoever the member named before.</summary>
public sealed class ResolutionTests
{
    [Theory]
    // A mention as platforms write it, a handle, an account's id
    [InlineData("<@bob>", "Bob Tanaka")]
    [InlineData("<@bob|Bobby>", "Bob Tanaka")]
    [InlineData("@bob", "Bob Tanaka")]
    [InlineData("@Bob Tanaka", "Bob Tanaka")]
    [InlineData("@bob.tanaka", "Bob Tanaka")]
    // An address, whatever its case
    [InlineData("bob@example.com", "Bob Tanaka")]
    [InlineData("Bob@Example.com", "Bob Tanaka")]
    // Whole and first names, bare and quoted, with any accent and case
    [InlineData("Bob", "Bob Tanaka")]
    [InlineData("BÓB tanaka", "Bob Tanaka")]
    [InlineData("\"bob tanaka\"", "Bob Tanaka")]
    [InlineData("Dóra", "Dora Novak")]
    // Somebody new is called as typed, or as the name would be written
    [InlineData("\"priya n.\"", "priya n.")]
    [InlineData("priya", "Priya")]
    [InlineData("\"Zoë van der Meer\"", "Zoë van der Meer")]
    [InlineData("@priya.natarajan", "Priya Natarajan")]
    [InlineData("priya.natarajan@example.org", "Priya Natarajan")]
    [InlineData("info@example.org", "info@example.org")]
    public async Task A_name_finds_its_person(string typed, string name)
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", $"helped {typed} with the deck");

        Assert.Equal($"You helped {name}: the deck (Mon 23 Nov 2026)", answer);
    }

    [Theory]
    [InlineData("helped bob, chen and dora with the move", "You helped Bob Tanaka, Chen Wei, and Dora Novak: the move (Mon 23 Nov 2026)")]
    [InlineData("helped bob and <@bob> with the move", "You helped Bob Tanaka: the move (Mon 23 Nov 2026)")]
    [InlineData("helped \"Priya\" and \"Priya\" with the move", "You helped Priya: the move (Mon 23 Nov 2026)")]
    [InlineData("helped bob@example.com and Bob with the move", "You helped Bob Tanaka: the move (Mon 23 Nov 2026)")]
    public async Task Several_persons_stand_in_one_record_each_once(string typed, string answer)
    {
        await using var bot = new TestBot();

        Assert.Equal(answer, await bot.AnswerAsync("ana", typed));
    }

    [Fact]
    public async Task An_account_that_nobody_has_is_refused()
    {
        await using var bot = new TestBot();

        var answer = await bot.AnswerAsync("ana", "helped <@U999> with the deck");

        Assert.StartsWith("I find no account U999 in this workspace", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_first_name_is_not_oneself()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Ana Silva\"");

        var answer = await bot.AnswerAsync("ana", "helped ana with the deck");

        Assert.StartsWith("You helped Ana Silva", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_several_is_asked_about_and_the_command_goes_on_with_the_pick()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Bob Smith\"");

        var question = Assert.Single(await bot.SayAsync("ana", "helped Bobb, dora and Bob with the deck yesterday"));
        var answer = Assert.Single(await bot.PressAsync("ana", question, "pick", question.Buttons.Single(button => button.Label.StartsWith("New", StringComparison.Ordinal)).Value));
        var done = Assert.Single(await bot.PressAsync("ana", answer, "pick", answer.Buttons.Single(button => button.Label == "Bob Tanaka").Value));
        var again = Assert.Single(await bot.PressAsync("ana", answer, "pick", answer.Buttons[0].Value));

        Assert.Equal("Which Bob do you mean? Bob Smith; Bob Tanaka", answer.Text);
        Assert.Equal("You helped Bobb, Dora Novak, and Bob Tanaka: the deck (Sun 22 Nov 2026)", done.Text);
        Assert.StartsWith("This question was answered already", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unanswered_question_adds_nobody()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Bob Smith\"");

        await bot.SayAsync("ana", "helped \"Priya Natarajan\" and Bob with the deck");

        Assert.Equal(["Bob Smith"], await bot.PersonsAsync());
    }

    [Fact]
    public async Task A_picked_line_means_what_it_meant_when_it_was_typed()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Bob Smith\"");
        var question = Assert.Single(await bot.SayAsync("ana", "helped Bob with the deck yesterday"));

        await bot.AdvanceAsync("PT20H");
        var done = Assert.Single(await bot.PressAsync("ana", question, "pick", question.Buttons[0].Value));

        Assert.Equal("You helped Bob Smith: the deck (Sun 22 Nov 2026)", done.Text);
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Fred Roth\"");
        await bot.JoinAsync("U7", "Fred Roth");

        var question = Assert.Single(await bot.SayAsync("ana", "note fred: likes tea"));

        Assert.Equal("Which fred do you mean? Fred Roth; Fred Roth (U7@example.com)", question.Text);
    }

    [Fact]
    public async Task A_slip_is_asked_about()
    {
        await using var bot = new TestBot();

        var question = Assert.Single(await bot.SayAsync("ana", "helped Bobb with the deck"));
        var done = Assert.Single(await bot.PressAsync("ana", question, "pick", question.Buttons[0].Value));

        Assert.Equal("I know nobody called Bobb. Did you mean somebody of these? Bob Tanaka", question.Text);
        Assert.Equal(["Bob Tanaka", "New: Bobb"], question.Buttons.Select(button => button.Label));
        Assert.StartsWith("You helped Bob Tanaka", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guessed_pick_of_somebody_elses_person_asks_again()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "met \"Zoe Doe\"");
        await bot.SayAsync("ana", "met \"Bob Smith\"");
        await bot.SayAsync("ana", "helped Bob with the deck");

        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become("local", "bob");
        var foreign = await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Person>().Select(row => row.PersonId).SingleAsync();
        await using var mine = bot.Services.CreateAsyncScope();
        mine.ServiceProvider.GetRequiredService<Owner>().Become("local", "ana");
        var found = await mine.ServiceProvider.GetRequiredService<NameLookup>().OfKeyAsync($"person:{foreign}", CancellationToken.None);

        Assert.Empty(found);
    }

    [Fact]
    public async Task A_colleague_known_by_address_before_is_the_same_person()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Robert\"");
        await bot.EditAsync("Robert", new { name = "Robert", email = "bob@example.com", link = "", employer = "", since = "" });

        var answer = await bot.AnswerAsync("ana", "helped <@bob> with the deck");

        Assert.StartsWith("You helped Robert", answer, StringComparison.Ordinal);
        Assert.Equal(["Robert"], await bot.PersonsAsync());
    }

    [Fact]
    public async Task A_command_that_only_looks_adds_nobody()
    {
        await using var bot = new TestBot();

        Assert.StartsWith("You have recorded nothing about Priya yet", await bot.AnswerAsync("ana", "history \"Priya\""), StringComparison.Ordinal);
        Assert.StartsWith("You have recorded nothing about dora yet", await bot.AnswerAsync("ana", "story dora"), StringComparison.Ordinal);
        Assert.Empty(await bot.PersonsAsync());
    }

    [Fact]
    public async Task More_than_ten_thousand_persons_are_refused_and_none_is_added()
    {
        await using var bot = new TestBot();
        await bot.WorkAsync("ana", services =>
        {
            services.GetRequiredService<BotDb>().AddRange(Enumerable.Range(0, NewPersons.Limit - 1)
                .Select(number => new Person { PersonId = Guid.CreateVersion7(), Name = $"Person {number}", KnownSince = bot.Clock.GetUtcNow() }));
            return Task.FromResult(true);
        });

        var refused = await bot.AnswerAsync("ana", "helped \"Priya\" and \"Quinn\" with the deck");
        var taken = await bot.AnswerAsync("ana", "helped \"Priya\" with the deck");

        Assert.StartsWith("You can know 10000 persons at the most", refused, StringComparison.Ordinal);
        Assert.StartsWith("You helped Priya", taken, StringComparison.Ordinal);
    }
}
