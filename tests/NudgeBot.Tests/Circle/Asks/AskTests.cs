using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle.Asks;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle.Asks;

public sealed class AskTests
{
    [Fact]
    public async Task An_ask_is_shown_to_the_circle_only_and_sends_nobody_a_message()
    {
        await using var bot = await WithCircleAsync();

        var answer = await bot.AnswerAsync("ana", "ask who knows a tax adviser?");
        var bob = await bot.AnswerAsync("bob", "asks");
        var emil = await bot.AnswerAsync("emil", "asks");

        Assert.Equal("Ask 1: who knows a tax adviser?\nBob Tanaka and Dora Novak can see it by typing asks, and in the next nudge. Being shown it tells them that you thought of them.", answer);
        Assert.Equal("Asked of you\nAna Lopez: who knows a tax adviser? (today)", bob);
        Assert.StartsWith("No open asks.", emil, StringComparison.Ordinal);
        Assert.Empty(await bot.HeardAsync("dora"));
    }

    [Fact]
    public async Task Asks_keep_the_smallest_free_number_and_are_closed_by_it()
    {
        await using var bot = await WithCircleAsync();
        await bot.SayAsync("ana", "ask for a tax adviser");
        await bot.SayAsync("ana", "ask for a flat in Graz");
        await bot.AdvanceAsync("P3W");

        var done = await bot.OneAsync("ana", "done 1");
        await bot.SayAsync("ana", "ask for a choir");
        var mine = await bot.AnswerAsync("ana", "asks");
        var reopened = await bot.TapAsync("ana", done, "Undo");
        var twice = await bot.TapAsync("ana", done, "Undo");

        Assert.Equal("Done, ask 1: for a tax adviser", done.Text);
        Assert.Equal("Your asks\n1. for a choir (today)\n2. for a flat in Graz (21 days ago)", mine);
        Assert.Equal("Ask 3: for a tax adviser", reopened.Text);
        Assert.Equal(reopened.Text, twice.Text);
        Assert.Contains("for a tax adviser", await bot.AnswerAsync("bob", "asks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "The text is missing.")]
    [InlineData("done 0", "0 is not a number from 1 to 50.")]
    [InlineData("done everything", "everything is not a number from 1 to 50.")]
    [InlineData("done 7", "You have no open ask 7.")]
    [InlineData("done", "No open asks.")]
    [InlineData("asks mine", "I did not understand \"mine\" there.")]
    public async Task What_cannot_be_used_is_refused(string line, string answer)
    {
        await using var bot = new TestBot();

        Assert.StartsWith(answer, await bot.AnswerAsync("ana", line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_beyond_2000_characters_and_a_51st_open_ask_are_refused()
    {
        await using var bot = new TestBot();

        var tooLong = await bot.AnswerAsync("ana", "ask " + new string('x', 2001));
        for (var count = 0; count < 50; count++)
            await bot.SayAsync("ana", $"ask for thing {count}");
        var tooMany = await bot.AnswerAsync("ana", "ask for one more");

        Assert.StartsWith("That is too long: 2000 characters are the most.", tooLong, StringComparison.Ordinal);
        Assert.StartsWith("You have 50 open asks", tooMany, StringComparison.Ordinal);
        Assert.Equal(50, await bot.AsAsync("ana", db => db.Set<Ask>().CountAsync()));
    }

    [Fact]
    public async Task Who_can_help_is_named_to_the_asker_once_and_can_log_the_help()
    {
        await using var bot = await WithCircleAsync();
        await bot.SayAsync("ana", "ask who knows a tax adviser?");
        await bot.SayAsync("bob", "asks");
        await bot.SetAsync("bob", member => member.Language = "de");
        var shown = await bot.OneAsync("bob", "asks");

        var told = await bot.TapAsync("bob", shown, "Ich kann helfen");
        await bot.TapAsync("bob", shown, "Ich kann helfen");
        await bot.RestartAsync();
        var form = await bot.TapAsync("bob", told, "Ich habe geholfen");
        var future = await bot.SendAsync("bob", form, new { what = "a tax adviser", on = "2027-01-01" });
        var nonsense = await bot.SendAsync("bob", form, new { what = "a tax adviser", on = "soon" });
        var logged = await bot.SendAsync("bob", form, new { what = "a tax adviser", on = "2026-11-22" });

        var offer = Assert.Single(await bot.HeardAsync("ana"), message => message.Text.Contains("can help", StringComparison.Ordinal));
        Assert.Equal("Bob Tanaka can help with your ask 1: who knows a tax adviser?", offer.Text);
        Assert.Equal("Ana Lopez weiß jetzt, dass du helfen kannst. Ist es geschehen, kannst du es hier festhalten. Die Bitte: who knows a tax adviser?", told.Text);
        Assert.Equal(("form", "form"), (future.Kind, nonsense.Kind));
        Assert.StartsWith("Du hast Ana Lopez geholfen: a tax adviser", logged.Text, StringComparison.Ordinal);
        Assert.EndsWith("(today), Bob Tanaka can help", await bot.AnswerAsync("ana", "asks"), StringComparison.Ordinal);
        Assert.Equal("Done, ask 1: who knows a tax adviser?", (await bot.TapAsync("ana", offer, "Done 1")).Text);
        Assert.StartsWith("Keine offenen Bitten.", await bot.AnswerAsync("bob", "asks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_ask_stands_for_the_whole_workspace_until_it_is_done_or_hidden()
    {
        await using var bot = await WithCircleAsync();
        var asked = await bot.OneAsync("ana", "ask who knows a tax adviser?");

        var shown = await bot.TapAsync("ana", asked, "Show in digests");
        await bot.TapAsync("ana", asked, "Show in digests");
        var forEmil = await PublicAsync(bot, "emil");
        await bot.TapAsync("ana", shown, "Only my circle");
        var hidden = await PublicAsync(bot, "emil");
        await bot.TapAsync("ana", asked, "Show in digests");
        await bot.SayAsync("ana", "done 1");

        var row = Assert.Single(forEmil);
        Assert.Equal(("ana", 1, "who knows a tax adviser?"), (row.AuthorId, row.Number, row.Text));
        Assert.Empty(hidden);
        Assert.Empty(await PublicAsync(bot, "emil"));
    }

    [Fact]
    public async Task A_colleague_outside_the_circle_can_answer_a_public_ask_and_no_other()
    {
        await using var bot = await WithCircleAsync();
        var asked = await bot.OneAsync("ana", "ask who knows a tax adviser?");
        var id = asked.Buttons[0].Value!.Split('/')[1];

        var hidden = await bot.ForgeAsync("emil", "ask.help", id);
        await bot.TapAsync("ana", asked, "Show in digests");
        var answered = await bot.ForgeAsync("emil", "ask.help", id);
        var own = await bot.ForgeAsync("ana", "ask.help", id);
        await bot.RunDueAsync();

        Assert.Equal("This ask is not open any more.", Assert.Single(hidden.Messages).Text);
        Assert.StartsWith("Ana Lopez has been told that you can help", Assert.Single(answered.Messages).Text, StringComparison.Ordinal);
        Assert.Equal("This ask is your own.", Assert.Single(own.Messages).Text);
        Assert.Single(await bot.HeardAsync("ana"), message => message.Text.StartsWith("Emil Hansen can help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_ask_cannot_be_closed_withdrawn_or_published()
    {
        await using var bot = await WithCircleAsync();
        var id = (await bot.OneAsync("ana", "ask who knows a tax adviser?")).Buttons[0].Value!.Split('/')[1];

        foreach (var what in new[] { "done", "withdraw", "publish", "reopen", "hide", "nonsense" })
            Assert.Equal("This ask is not there any more.", Assert.Single((await bot.ForgeAsync("bob", "ask.own", $"{what}/{id}")).Messages).Text);

        Assert.Contains("who knows a tax adviser?", await bot.AnswerAsync("bob", "asks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ask_taken_back_is_gone_for_everybody_and_its_buttons_do_nothing()
    {
        await using var bot = await WithCircleAsync();
        var asked = await bot.OneAsync("ana", "ask who knows a tax adviser?");
        var shown = await bot.OneAsync("bob", "asks");

        var undone = await bot.TapAsync("ana", asked, "Undo");
        var late = await bot.TapAsync("bob", shown, "I can help");

        Assert.StartsWith("Taken back, nobody is shown it any more", undone.Text, StringComparison.Ordinal);
        Assert.Equal("This ask is not open any more.", late.Text);
        Assert.DoesNotContain(await bot.HeardAsync("ana"), message => message.Text.Contains("can help", StringComparison.Ordinal));
    }

    /// <summary>A later choice does not show earlier asks, or the moment at which they appear would tell that somebody was chosen.</summary>
    [Fact]
    public async Task Who_is_chosen_later_is_not_shown_earlier_asks()
    {
        await using var bot = await WithCircleAsync();
        await bot.SayAsync("ana", "ask who knows a tax adviser?");

        await bot.SayAsync("ana", "choose emil because of the choir");

        Assert.StartsWith("No open asks.", await bot.AnswerAsync("emil", "asks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("release bob")]
    [InlineData("rest bob")]
    public async Task Who_leaves_the_circle_is_shown_only_what_is_public_or_what_they_offered_to_help_with(string line)
    {
        await using var bot = await WithCircleAsync();
        await bot.SayAsync("ana", "ask for a tax adviser");
        await bot.TapAsync("bob", await bot.OneAsync("bob", "asks"), "I can help");
        await bot.TapAsync("ana", await bot.OneAsync("ana", "ask for a choir"), "Show in digests");
        await bot.SayAsync("ana", "ask for a flat in Graz");

        await bot.SayAsync("ana", line);

        Assert.Equal("Asked of you\nAna Lopez: for a tax adviser (today)\nAna Lopez: for a choir (today)", await bot.AnswerAsync("bob", "asks"));
    }

    private static async Task<TestBot> WithCircleAsync()
    {
        var bot = new TestBot();
        await bot.SayAsync("ana", "choose dora because she asks well");
        await bot.SayAsync("ana", "choose bob because we think alike");
        await bot.SayAsync("ana", "choose priya@example.org because she built my first team");
        return bot;
    }

    private static Task<List<PublicAsk>> PublicAsync(TestBot bot, string member) =>
        bot.AsAsync(member, db => db.Set<PublicAsk>().AsNoTracking().ToListAsync());
}
