using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Portability;

public sealed class ForgetMeTests
{
    private static readonly Guid Hers = Guid.Parse("aaaaaaaa-0000-7000-8000-000000000001"), His = Guid.Parse("bbbbbbbb-0000-7000-8000-000000000002");

    [Fact]
    public async Task Nothing_that_names_the_member_remains_in_any_table_but_the_directory()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        var filled = await EveryTable.FillAsync(bot, "ana", "bob", Hers);

        await ForgetMeAsync(bot, "ana");

        var rows = await Rows.ReadAsync(bot);
        Assert.NotEmpty(filled);
        Assert.DoesNotContain(rows, row => row.Contains(Hers.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            ["accounts", "local_messages"],
            rows.Where(row => $"{row},".Contains("=ana,", StringComparison.Ordinal)).Select(row => row.Split(':')[0]));
    }

    [Fact]
    public async Task What_belongs_to_others_stays()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "help");
        await bot.SayAsync("bob", "helped chen with the board deck");
        await EveryTable.FillAsync(bot, "ana", "dora", Hers);
        await EveryTable.FillAsync(bot, "bob", "chen", His);
        // The name goes from copies of messages too, such as Bob's welcome, which says whom to ask.
        var before = (await Rows.ReadAsync(bot)).Where(row => row.Contains("=bob", StringComparison.Ordinal))
            .Select(row => row.Replace("Ana Lopez", "somebody", StringComparison.Ordinal)).ToList();

        await ForgetMeAsync(bot, "ana");

        Assert.NotEmpty(before);
        Assert.Empty(before.Except(await Rows.ReadAsync(bot)));
    }

    [Fact]
    public async Task Others_keep_what_they_lived_through_with_the_name_replaced()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "help");
        await bot.SayAsync("bob", "helped ana with Ana's visa, which Anatole drew up");
        await bot.SayAsync("bob", "helped ana and chen with the board deck");
        await bot.SayAsync("bob", "note ana looking for a QA lead");
        await bot.SayAsync("bob", "needs ana a QA lead");
        await bot.SayAsync("bob", "followup ana next monday ask about the visa");

        await ForgetMeAsync(bot, "ana");

        await bot.Services.GetRequiredService<UnitOfWork>().ReadAsync("local", "bob", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            Assert.Equal(["Chen Wei", "somebody"], await db.Set<Person>().Select(row => row.Name).OrderBy(name => name).ToListAsync());
            Assert.Equal(
                ["somebody's visa, which Anatole drew up", "the board deck"],
                await db.Set<Entry>().Select(row => row.Text).OrderBy(text => text).ToListAsync());
            return true;
        });
        Assert.DoesNotContain(
            await Rows.ReadAsync(bot),
            row => row.Contains("Ana Lopez", StringComparison.Ordinal) && !row.StartsWith("accounts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Others_find_the_forgotten_one_by_the_word_that_stands_in_and_no_longer_by_name()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "help");
        await bot.SayAsync("bob", "helped ana with the board deck");
        await ForgetMeAsync(bot, "ana");

        Assert.StartsWith("This erases somebody from your memory: how you helped.", await bot.AnswerAsync("bob", "forget somebody"), StringComparison.Ordinal);
        Assert.DoesNotContain("erases", await bot.AnswerAsync("bob", "forget ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_again_begins_anew()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        await ForgetMeAsync(bot, "ana");
        var left = await bot.ChatAsync("ana");

        var state = await bot.AnswerAsync("ana", "nudges");

        Assert.StartsWith("Everything I kept about you is erased", Assert.Single(left).Text, StringComparison.Ordinal);
        Assert.StartsWith("You have not said yes to nudges", state, StringComparison.Ordinal);
        Assert.StartsWith("I am NudgeBot", (await bot.ChatAsync("ana"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_first_and_keeping_keeps()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");

        var question = Assert.Single(await bot.SayAsync("ana", "forget me"));
        var kept = Assert.Single(await bot.PressAsync("ana", question, "forget.keep"));

        Assert.Equal(["Erase everything", "Keep"], question.Buttons.Select(button => button.Label));
        Assert.DoesNotContain(question.Text, char.IsDigit);
        Assert.Equal("Nothing was erased.", kept.Text);
        Assert.StartsWith("Nudges are on", await bot.AnswerAsync("ana", "nudges"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Privacy_says_what_is_kept_and_leads_to_forgetting()
    {
        await using var bot = new TestBot();

        var privacy = Assert.Single(await bot.SayAsync("ana", "privacy"));
        var question = Assert.Single(await bot.PressAsync("ana", privacy, "forget.ask"));

        Assert.StartsWith("What I keep about you\nI keep: your settings; the people you told me about", privacy.Text, StringComparison.Ordinal);
        Assert.StartsWith("This erases everything I keep about you", question.Text, StringComparison.Ordinal);
    }

    private static async Task ForgetMeAsync(TestBot bot, string member)
    {
        var question = Assert.Single(await bot.SayAsync(member, "forget me"));
        await bot.PressAsync(member, question, "forget.me");
    }
}
