using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Commands.Grammar;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed class FindTests
{
    [Theory]
    // Words of the text, in any order, case and accent, the last one unfinished
    [InlineData("board deck", true)]
    [InlineData("DECK board", true)]
    [InlineData("bóard dec", true)]
    [InlineData("zurich", true)]
    [InlineData("Zürich", true)]
    // The person's name together with the text
    [InlineData("bjorn deck", true)]
    [InlineData("Bjørn deck", true)]
    // A word that is nowhere, or unfinished before the last
    [InlineData("boa deck", false)]
    [InlineData("board visa", false)]
    public async Task Words_find_a_record(string words, bool finds)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped \"Bjørn\" with the board deck in Zürich on 2019-05-12");

        var answer = await bot.AnswerAsync("ana", $"find {words}");

        Assert.Equal(finds, answer.Contains("Sun 12 May 2019: Bjørn · You helped: the board deck in Zürich", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_is_found_by_names_addresses_and_employers_of_any_time()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Priya Nath\"");
        await bot.EditAsync("Priya Nath", new { name = "Priya Nath", email = "pn@example.org", employer = "Acme", since = "2019-01-01" });
        await bot.EditAsync("Priya Nath", new { name = "Priya Natarajan", email = "priya@example.org", employer = "Globex" });

        await CheckIndexAsync(bot);
        foreach (var words in new[] { "nath", "natara", "pn@example.org", "acme", "globex", "priya globex" })
            Assert.Contains("Priya Natarajan · Globex", await bot.AnswerAsync("ana", $"find {words}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_or_renamed_is_not_found_any_more()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "met \"Priya\" about kayaks");
        Assert.Contains("kayaks", await bot.AnswerAsync("ana", "find kayak"), StringComparison.Ordinal);

        await bot.SayAsync("ana", "undo");

        Assert.StartsWith("Nothing in your memory has \"kayak\"", await bot.AnswerAsync("ana", "find kayak"), StringComparison.Ordinal);
        Assert.StartsWith("Nothing in your memory has \"priya\"", await bot.AnswerAsync("ana", "find priya"), StringComparison.Ordinal);
        await CheckIndexAsync(bot);
    }

    [Fact]
    public async Task Nobody_finds_the_records_of_somebody_else()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the kayak");

        var answer = await bot.AnswerAsync("chen", "find kayak");

        Assert.StartsWith("Nothing in your memory", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Much_is_shown_ten_records_a_page()
    {
        await using var bot = new TestBot();
        for (var day = 1; day <= 13; day++)
            await bot.SayAsync("ana", $"met bob about kayaks on 2026-10-{day:00}");

        var first = Assert.Single(await bot.SayAsync("ana", "find kayaks"));
        var second = Assert.Single(await bot.PressAsync("ana", first, "find.more"));

        Assert.Equal([10, 3], new[] { first, second }.Select(page => page.Text.Split('\n').Length));
        Assert.StartsWith("Tue 13 Oct 2026: Bob Tanaka · In touch: kayaks", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_breaks_the_search()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        string[] thorns =
            ["\"", "'", "*", "board*", "NEAR(", "a AND", "OR", "NOT x", "owner:", "words : board", "(", "board deck)", "^board", "-board", "+", "{words}", "\0", "🎉", "\uD83C", "a\"b", string.Concat(Enumerable.Repeat("a ", 90))];

        List<string> any = [];
        Texts.Any.Sample(text => any.Add(text), iter: 60, threads: 1);
        foreach (var typed in thorns.Concat(any.Select(text => text.Length > 180 ? text[..180] : text)))
        {
            var reply = await bot.PressedAsync("ana", "find.more", $"0/{typed}");
            Assert.DoesNotContain("reference", Assert.Single(reply.Messages).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Compares the index with what it should hold; a difference throws.</summary>
    internal static Task<int> CheckIndexAsync(TestBot bot) => bot.WorkAsync("ana", services =>
        services.GetRequiredService<BotDb>().Database is var database && database.IsSqlite()
            // FTS5 does it by itself (sqlite.org/fts5.html#the_integrity_check_command).
            ? database.ExecuteSqlAsync($"INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            : database.ExecuteSqlAsync(
                $"""
                 SELECT 1 / (count(*) = 0)::int FROM search_rows AS row
                 FULL JOIN (SELECT "WorkspaceId", "MemberId", 0 AS "Kind", "Id", said FROM entry_words UNION ALL SELECT "WorkspaceId", "MemberId", 1, "Id", said FROM person_words) AS should
                 USING ("WorkspaceId", "MemberId", "Kind", "Id") WHERE row.words IS DISTINCT FROM search_words(should.said)
                 """));

    [Theory]
    [InlineData("")]
    [InlineData("!?")]
    [InlineData("🎉")]
    [InlineData("\u0301")]
    public void What_holds_no_letter_or_digit_is_nothing_to_look_for(string typed) => Assert.Empty(FindWords.Of(typed));
}
