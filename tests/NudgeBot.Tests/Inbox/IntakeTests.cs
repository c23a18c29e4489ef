using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Commands;
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

    [Fact]
    public async Task An_answer_that_takes_longer_than_a_platform_waits_follows_once()
    {
        var gate = new Gate();
        await using var bot = new TestBot(parts: services => services.AddSingleton(gate).AddCommand<GatedCommand>());

        var direct = await PostLateAsync(bot);
        gate.Open.SetResult("That took a while.");
        await gate.Done.Task;
        // The transaction ends after the command; a command of somebody else waits for it.
        await bot.SayAsync("bob", "help");

        Assert.DoesNotContain("That took", direct, StringComparison.Ordinal);
        Assert.Single(await bot.ChatAsync("ana"), message => message.Text == "That took a while.");
    }

    [Fact]
    public async Task A_late_failure_is_told_as_well()
    {
        var gate = new Gate();
        await using var bot = new TestBot(parts: services => services.AddSingleton(gate).AddCommand<GatedCommand>());

        await PostLateAsync(bot);
        gate.Open.SetException(new InvalidOperationException("As the test asked."));
        await gate.Done.Task;
        while ((await bot.ChatAsync("ana")).Count < 2)
            await bot.RunDueAsync();

        Assert.Contains("nothing", (await bot.ChatAsync("ana"))[1].Text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> PostAsync(TestBot bot, object line) =>
        await (await bot.Http.PostAsJsonAsync("/local/members/ana/messages", line)).Content.ReadAsStringAsync();

    /// <summary>Posts a line that waits, and moves the clock until the platform has its empty answer.</summary>
    private static async Task<string> PostLateAsync(TestBot bot)
    {
        var post = PostAsync(bot, new { text = "gated" });
        while (!post.IsCompleted)
        {
            bot.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await post;
    }

    private static Task<int> EntriesAsync(TestBot bot) =>
        bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Entry>().CountAsync());

    /// <summary>Answers when the test lets it.</summary>
    internal sealed class GatedCommand(Gate gate) : ICommand
    {
        public static CommandInfo Info { get; } = new("gated", "gated");

        public async Task<Reply> RunAsync(Turn turn, string text, CancellationToken cancellationToken)
        {
            try
            {
                return await gate.Open.Task;
            }
            finally
            {
                gate.Done.SetResult();
            }
        }
    }

    internal sealed class Gate
    {
        public TaskCompletionSource<string> Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
