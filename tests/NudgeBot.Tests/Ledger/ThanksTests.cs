using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed class ThanksTests
{
    private const string Line = "Bob Tanaka helped you: the intro to Priya (Tue 12 May 2026)";

    [Fact]
    public async Task Thanks_are_confirmed_and_can_be_kept_private_told_shared_or_taken_back()
    {
        await using var bot = new TestBot();

        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 12 May"));
        var kept = Assert.Single(await bot.PressAsync("ana", confirmation, "thanks.private"));

        Assert.Equal(Line, confirmation.Text);
        Assert.Equal(["Keep private", "Tell Bob", "Share in a channel", "Undo"], confirmation.Buttons.Select(button => button.Label));
        Assert.Equal($"{Line}\nThis stays between you and me.", kept.Text);
        Assert.Equal(["Undo"], kept.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Thanks_without_words_and_with_a_future_date_are_told_apart()
    {
        await using var bot = new TestBot();

        Assert.Equal("Bob Tanaka helped you (Mon 23 Nov 2026)", await bot.AnswerAsync("ana", "thanks bob"));
        Assert.StartsWith("Tue 24 Nov 2026 is still to come", await bot.AnswerAsync("ana", "thanks bob for the intro tomorrow"), StringComparison.Ordinal);
        Assert.StartsWith("That is you.", await bot.AnswerAsync("ana", "thanks ana for the intro"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_from_outside_cannot_be_told()
    {
        await using var bot = new TestBot();

        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks \"Priya\" for the reference"));

        Assert.Equal(["Keep private", "Share in a channel", "Undo"], confirmation.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task Telling_the_helper_sends_one_message_however_often_it_is_pressed()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 12 May"));

        var told = Assert.Single(await bot.PressAsync("ana", confirmation, "thanks.tell"));
        await bot.PressAsync("ana", confirmation, "thanks.tell");

        Assert.Equal($"{Line}\nYour thanks went to Bob Tanaka.", told.Text);
        Assert.Equal(["Share in a channel", "Undo"], told.Buttons.Select(button => button.Label));
        Assert.Equal("Ana Lopez thanks you for your help: the intro to Priya (Tue 12 May 2026)", Assert.Single(await ThanksOf(bot, "bob")).Text);
    }

    [Fact]
    public async Task Whoever_is_thanked_can_keep_it_once_and_take_it_back()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 12 May"));
        await bot.PressAsync("ana", confirmation, "thanks.tell");
        var letter = Assert.Single(await ThanksOf(bot, "bob"));

        var kept = Assert.Single(await bot.PressAsync("bob", letter, "thanks.keep"));
        var again = Assert.Single(await bot.PressAsync("bob", letter, "thanks.keep"));
        await bot.PressAsync("bob", kept, "undo");
        var anew = Assert.Single(await bot.PressAsync("bob", letter, "thanks.keep"));

        Assert.Equal("You helped Ana Lopez: the intro to Priya (Tue 12 May 2026)", kept.Text);
        Assert.Equal("You have kept this already.", again.Text);
        Assert.Equal(kept.Text, anew.Text);
        Assert.Equal(1, await bot.WorkAsync("bob", services => services.GetRequiredService<BotDb>().Set<Entry>().CountAsync()));
    }

    [Fact]
    public async Task A_letter_comes_in_the_receivers_own_language()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", "help");
        await SpeakGermanAsync(bot, "bob");
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 12 May"));

        await bot.PressAsync("ana", confirmation, "thanks.tell");

        Assert.Contains(await bot.ChatAsync("bob"), message => message.Text == "Ana Lopez dankt dir für deine Hilfe: the intro to Priya (Di 12. Mai 2026)");
    }

    [Fact]
    public async Task Shared_thanks_wait_for_the_next_digest_and_the_helper_hears_of_it()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 12 May"));

        var shared = Assert.Single(await bot.PressAsync("ana", confirmation, "thanks.share"));
        await bot.PressAsync("ana", confirmation, "thanks.share");

        Assert.Equal($"{Line}\nThe next digest in #general shows it.", shared.Text);
        Assert.Equal(["Tell Bob", "Take it down", "Undo"], shared.Buttons.Select(button => button.Label));
        Assert.Equal(
            "Ana Lopez thanks you for your help (the intro to Priya, Tue 12 May 2026), and the next digest in #general will show it. You can take it down now or later.",
            Assert.Single(await ThanksOf(bot, "bob")).Text);
        var row = Assert.Single(await SharedAsync(bot));
        Assert.Equal(("ana", "bob", "Bob Tanaka", "the intro to Priya", "general", null), (row.FromMemberId, row.GiverAccountId, row.GiverName, row.Text, row.ChannelId, row.TakenDownAt));
    }

    [Fact]
    public async Task The_helper_can_take_shared_thanks_down_and_they_stay_down()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 12 May"));
        await bot.PressAsync("ana", confirmation, "thanks.share");

        var down = Assert.Single(await bot.PressAsync("bob", Assert.Single(await ThanksOf(bot, "bob")), "thanks.takedown"));
        var again = Assert.Single(await bot.PressAsync("ana", confirmation, "thanks.share"));

        Assert.Equal("Taken down: no digest in #general shows it any more.", down.Text);
        Assert.Equal($"{Line}\nIt was taken down; no digest shows it any more.", again.Text);
        Assert.NotNull(Assert.Single(await SharedAsync(bot)).TakenDownAt);
    }

    [Fact]
    public async Task Whoever_shared_thanks_can_take_them_down()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks bob and chen for the review"));
        var shared = Assert.Single(await bot.PressAsync("ana", confirmation, "thanks.share"));

        await bot.PressAsync("ana", shared, "thanks.takedown");

        Assert.All(await SharedAsync(bot), row => Assert.NotNull(row.TakenDownAt));
        Assert.Equal(2, (await SharedAsync(bot)).Count);
    }

    [Fact]
    public async Task Nobody_else_can_take_shared_thanks_down()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya"));
        await bot.PressAsync("ana", confirmation, "thanks.share");
        var id = Assert.Single(await SharedAsync(bot)).SharedId.ToString();

        var reply = await bot.PressedAsync("chen", "thanks.takedown", id);

        Assert.Equal("Only the one who shared this and the one who helped can take it down.", Assert.Single(reply.Messages).Text);
        Assert.Null(Assert.Single(await SharedAsync(bot)).TakenDownAt);
    }

    [Fact]
    public async Task Undoing_thanks_removes_what_was_shared_of_them()
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya"));
        await bot.PressAsync("ana", confirmation, "thanks.share");

        await bot.SayAsync("ana", "undo");
        var down = Assert.Single(await bot.PressAsync("bob", Assert.Single(await ThanksOf(bot, "bob")), "thanks.takedown"));

        Assert.Empty(await SharedAsync(bot));
        Assert.Equal("This is not shown any more.", down.Text);
    }

    [Theory]
    [InlineData("thanks.private")]
    [InlineData("thanks.tell")]
    [InlineData("thanks.share")]
    [InlineData("thanks.keep")]
    [InlineData("thanks.takedown")]
    public async Task Records_of_somebody_else_cannot_be_reached_by_guessing(string action)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "thanks @bob for the intro to Priya");
        var (entry, person) = await bot.WorkAsync("ana", async services =>
        {
            var about = await services.GetRequiredService<BotDb>().Set<EntryPerson>().SingleAsync();
            return (about.EntryId, about.PersonId);
        });

        foreach (var value in new[] { entry.ToString(), $"{entry}/{person}", "", "/", "x", null })
            Assert.Single((await bot.PressedAsync("chen", action, value)).Messages);

        Assert.Empty(await SharedAsync(bot));
        Assert.Empty(await ThanksOf(bot, "bob"));
    }

    [Fact]
    public async Task Several_channels_are_chosen_from_in_a_form()
    {
        await using var bot = new TestBot(channels: ["general", "random"]);
        var confirmation = Assert.Single(await bot.SayAsync("ana", "thanks @bob for the intro to Priya"));

        var form = Assert.Single(await bot.PressAsync("ana", confirmation, "thanks.share"));
        var wrong = Assert.Single(await bot.PressAsync("ana", form, "thanks.share", form: new { channel = "secret" }));
        var shared = Assert.Single(await bot.PressAsync("ana", wrong, "thanks.share", form: new { channel = "random" }));

        Assert.Equal(("form", "form"), (form.Kind, wrong.Kind));
        Assert.StartsWith("You cannot post to that channel", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("The next digest in #random shows it.", shared.Text, StringComparison.Ordinal);
        Assert.Equal("random", Assert.Single(await SharedAsync(bot)).ChannelId);
    }

    private static async Task<IReadOnlyList<TestMessage>> ThanksOf(TestBot bot, string member) =>
        [.. (await bot.ChatAsync(member)).Where(message => message.Text.Contains("thanks you", StringComparison.Ordinal))];

    private static Task<List<SharedThanks>> SharedAsync(TestBot bot) =>
        bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<SharedThanks>().ToListAsync());

    internal static Task<bool> SpeakGermanAsync(TestBot bot, string member) => bot.WorkAsync(member, async services =>
    {
        (await services.GetRequiredService<BotDb>().Set<NudgeBot.Members.Member>().SingleAsync()).Language = "de";
        return true;
    });
}
