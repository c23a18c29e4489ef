using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Portability;

public sealed class ForgetPersonTests
{
    [Fact]
    public async Task It_says_in_words_what_would_go_and_asks()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");

        var question = Assert.Single(await bot.SayAsync("ana", "forget bob"));

        Assert.StartsWith("This erases Bob Tanaka from your memory: how you helped.", question.Text, StringComparison.Ordinal);
        Assert.Equal(["Erase Bob Tanaka", "Keep"], question.Buttons.Select(button => button.Label));
        Assert.DoesNotContain(question.Text, char.IsDigit);
    }

    [Fact]
    public async Task The_person_goes_with_the_records_and_those_that_name_others_keep_the_others()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        await bot.SayAsync("ana", "helped bob and chen with their visas");
        var question = Assert.Single(await bot.SayAsync("ana", "forget bob"));

        var done = Assert.Single(await bot.PressAsync("ana", question, "forget.person"));

        Assert.Equal("Erased, with everything you recorded about them.", done.Text);
        await bot.Services.GetRequiredService<UnitOfWork>().ReadAsync("local", "ana", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            Assert.Equal(["Chen Wei"], await db.Set<Person>().Select(row => row.Name).ToListAsync());
            Assert.Equal(["their visas"], await db.Set<Entry>().Select(row => row.Text).ToListAsync());
            return true;
        });
    }

    [Fact]
    public async Task What_was_shared_about_the_person_is_taken_back_and_the_rest_of_it_stays()
    {
        await using var bot = new TestBot();
        var thanks = Assert.Single(await bot.SayAsync("ana", "thanks bob and chen for the intro to Priya"));
        await bot.PressAsync("ana", thanks, "thanks.share");
        var shared = (await Rows.ReadAsync(bot)).Where(row => row.StartsWith("shared_thanks", StringComparison.Ordinal)).ToList();

        await bot.PressAsync("ana", Assert.Single(await bot.SayAsync("ana", "forget bob")), "forget.person");

        Assert.Equal(["Bob Tanaka", "Chen Wei"], shared.Select(Giver).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Chen Wei"], (await Rows.ReadAsync(bot)).Where(row => row.StartsWith("shared_thanks", StringComparison.Ordinal)).Select(Giver));
    }

    [Fact]
    public async Task Nothing_in_any_table_hangs_on_the_person_any_more()
    {
        await using var bot = new TestBot();
        var id = Guid.Parse("aaaaaaaa-0000-7000-8000-000000000001");
        await bot.SayAsync("ana", "help");
        await EveryTable.FillAsync(bot, "ana", "bob", id);
        var question = Assert.Single(await bot.SayAsync("ana", $"forget \"{EveryTable.PersonName}\""));

        await bot.PressAsync("ana", question, "forget.person");

        Assert.DoesNotContain(await Rows.ReadAsync(bot), row => row.Contains($"PersonId={id}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Pressing_twice_or_on_an_old_card_does_no_harm()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        var first = Assert.Single(await bot.SayAsync("ana", "forget bob"));
        var second = Assert.Single(await bot.SayAsync("ana", "forget bob"));

        await bot.PressAsync("ana", first, "forget.person");
        await bot.SayAsync("ana", "helped bob with the garden");
        var late = Assert.Single(await bot.PressAsync("ana", second, "forget.person"));

        Assert.Equal("There is nobody to erase here any more.", late.Text);
        Assert.StartsWith("This erases Bob Tanaka", await bot.AnswerAsync("ana", "forget bob"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forget", "Who is it about?")]
    [InlineData("forget zoe", "")]
    [InlineData("forget bob@nowhere.example", "")]
    [InlineData("forget <@U999>", "I find no account U999")]
    [InlineData("forget ana", "That is you.")]
    public async Task Whoever_is_not_known_is_not_taken_in_to_be_forgotten(string line, string answer)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "help");
        var before = await PersonsAsync(bot);

        var said = await bot.AnswerAsync("ana", line);

        Assert.StartsWith(answer, said, StringComparison.Ordinal);
        Assert.DoesNotContain("erases", said, StringComparison.Ordinal);
        Assert.Equal(before, await PersonsAsync(bot));
    }

    private static string Giver(string row) => row.Split(", GiverName=")[1].Split(", ")[0];

    private static async Task<List<string>> PersonsAsync(TestBot bot) =>
        [.. (await Rows.ReadAsync(bot)).Where(row => row.StartsWith("person", StringComparison.Ordinal))];
}
