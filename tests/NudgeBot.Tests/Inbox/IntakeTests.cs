using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Inbox;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_repeated_event_gets_the_same_answer_and_changes_nothing()
    {
        await using var bot = new TestBot();
        var line = new { text = "helped bob with the board deck", eventId = "event-1" };

        var first = await PostAsync(bot, line);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        var second = await PostAsync(bot, line);

        Assert.Equal(first, second);
        Assert.Equal(1, await EntriesAsync(bot));
        Assert.Equal(2, (await bot.ChatAsync("ana")).Count);
    }

    [Fact]
    public async Task An_event_that_arrives_many_times_at_once_is_handled_once()
    {
        await using var bot = new TestBot();
        var line = new { text = "helped bob with the board deck", eventId = "event-1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(bot, line)));

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await EntriesAsync(bot));
        Assert.Equal(2, (await bot.ChatAsync("ana")).Count);
    }

    private static async Task<string> PostAsync(TestBot bot, object line) =>
        await (await bot.Http.PostAsJsonAsync("/local/members/ana/messages", line)).Content.ReadAsStringAsync();

    private static Task<int> EntriesAsync(TestBot bot) =>
        bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Entry>().CountAsync());
}
