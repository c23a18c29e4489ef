using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

/// <summary>Touches, notes, needs and follow-ups.</summary>
public sealed class MemoryTests
{
    [Theory]
    [InlineData("met @bob", "You were in touch with Bob Tanaka (Mon 23 Nov 2026)")]
    [InlineData("met bob about hiring last tuesday", "You were in touch with Bob Tanaka: hiring (Tue 17 Nov 2026)")]
    [InlineData("met bob and dora on 12 May", "You were in touch with Bob Tanaka and Dora Novak (Tue 12 May 2026)")]
    [InlineData("note @bob likes tea better than coffee", "Note about Bob Tanaka: likes tea better than coffee (Mon 23 Nov 2026)")]
    [InlineData("needs @bob a QA lead", "Bob Tanaka needs: a QA lead (Mon 23 Nov 2026)")]
    [InlineData("followup @bob on 3 March ask how the launch went", "On Wed 3 Mar 2027 you will hear from me about Bob Tanaka: ask how the launch went")]
    [InlineData("followup bob send the slides tomorrow", "On Tue 24 Nov 2026 you will hear from me about Bob Tanaka: send the slides")]
    public async Task A_record_is_confirmed_in_one_line_with_undo(string typed, string answer)
    {
        await using var bot = new TestBot();

        var confirmation = Assert.Single(await bot.SayAsync("ana", typed));

        Assert.Equal(answer, confirmation.Text);
        Assert.Equal("Undo", confirmation.Buttons[^1].Label);
    }

    [Theory]
    [InlineData("helped bob", "The text is missing.")]
    [InlineData("helped priya move house on 3 May", "I read \"priya move house\" as a name, and then found no text.")]
    [InlineData("met", "Who is it about?")]
    [InlineData("note bob", "The text is missing.")]
    [InlineData("needs", "Who is it about?")]
    [InlineData("met bob tomorrow", "Tue 24 Nov 2026 is still to come")]
    [InlineData("followup bob ask about it", "The date is missing")]
    [InlineData("followup bob today ask about it", "Mon 23 Nov 2026 is not ahead of us")]
    [InlineData("followup bob on 2026-11-20 ask about it", "Fri 20 Nov 2026 is not ahead of us")]
    [InlineData("followup bob on 31 Feb ask about it", "No calendar has 31 Feb.")]
    [InlineData("history", "Who is it about?")]
    [InlineData("find", "The text is missing.")]
    public async Task What_cannot_be_used_is_said_and_nothing_is_stored(string typed, string refusal)
    {
        await using var bot = new TestBot();

        Assert.StartsWith(refusal, await bot.AnswerAsync("ana", typed), StringComparison.Ordinal);
        Assert.Equal(0, await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Entry>().CountAsync()));
        Assert.Equal("There is nothing to take back.", await bot.AnswerAsync("ana", "undo"));
    }

    [Theory]
    [InlineData("needs @bob a QA lead", "Met", "Met. Bob Tanaka needs: a QA lead (Mon 23 Nov 2026)")]
    [InlineData("followup @bob on 3 March ask how it went", "Done", "Done. On Wed 3 Mar 2027 you will hear from me about Bob Tanaka: ask how it went")]
    public async Task Needs_and_follow_ups_are_closed_and_opened_again(string typed, string label, string closed)
    {
        await using var bot = new TestBot();
        var confirmation = Assert.Single(await bot.SayAsync("ana", typed));

        var done = Assert.Single(await bot.PressAsync("ana", confirmation, "entry.close"));
        var twice = Assert.Single(await bot.PressAsync("ana", confirmation, "entry.close"));
        var open = Assert.Single(await bot.PressAsync("ana", done, "entry.reopen"));

        Assert.Equal([label, "Undo"], confirmation.Buttons.Select(button => button.Label));
        Assert.Equal((closed, closed), (done.Text, twice.Text));
        Assert.Equal((confirmation.Text, label), (open.Text, open.Buttons[0].Label));
    }

    [Fact]
    public async Task Somebody_elses_need_cannot_be_closed()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "needs @bob a QA lead");
        var id = await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Entry>().Select(row => row.EntryId).SingleAsync());

        var reply = await bot.PressedAsync("chen", "entry.close", id.ToString());

        Assert.Equal("This record is gone.", Assert.Single(reply.Messages).Text);
        Assert.Null(await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Entry>().Select(row => row.ClosedAt).SingleAsync()));
    }

    [Fact]
    public async Task Confirmations_come_in_the_members_language()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "help");
        await ThanksTests.SpeakGermanAsync(bot, "ana");

        Assert.Equal("Du hast Bob Tanaka, Chen Wei und Dora Novak geholfen: the move (So 22. Nov. 2026)", await bot.AnswerAsync("ana", "helped bob, chen and dora with the move yesterday"));
    }
}
