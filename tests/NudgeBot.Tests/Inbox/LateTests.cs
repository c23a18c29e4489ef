using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Inbox;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Inbox;

public sealed class LateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task An_answer_that_takes_longer_than_a_platform_waits_follows_once()
    {
        var gate = new Gate();
        await using var bot = Bot(gate);

        var direct = await BlockAsync(bot, gate);
        gate.Open.SetResult("That took a while.");
        await FinishAsync(bot);

        Assert.DoesNotContain("That took", await direct.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await bot.ChatAsync("ana"), message => message.Text == "That took a while.");
    }

    [Fact]
    public async Task A_late_failure_is_told_as_well()
    {
        var gate = new Gate();
        await using var bot = Bot(gate);

        await BlockAsync(bot, gate);
        gate.Open.SetException(new InvalidOperationException("As the test asked."));
        await FinishAsync(bot);

        Assert.Contains("nothing", (await bot.ChatAsync("ana"))[1].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_repetition_of_an_event_whose_answer_followed_gets_none()
    {
        var gate = new Gate();
        await using var bot = Bot(gate);
        await BlockAsync(bot, gate);
        gate.Open.SetResult("That took a while.");
        await FinishAsync(bot);

        var again = await PostAsync(bot);
        await bot.RunDueAsync();

        Assert.Equal("""{"messages":[]}""", await again.Content.ReadAsStringAsync());
        Assert.Single(await bot.ChatAsync("ana"), message => message.Text == "That took a while.");
    }

    [Fact]
    public async Task What_was_acknowledged_late_happens_once_after_a_crash()
    {
        var gate = new Gate();
        await using var bot = Bot(gate);

        // Two days pass after the crash, and the record is of the day when it was told.
        var blocked = HandleAsync(bot, "ana", "gated");
        await gate.Entered.Task;
        var waiting = HandleAsync(bot, "bob", "helped chen with the board deck");
        bot.Clock.Advance(Patience);
        Receipt[] receipts = [await blocked, await waiting];
        await bot.RestartAsync();
        bot.Clock.Advance(TimeSpan.FromDays(2));
        gate.Open.SetResult("That took a while.");
        var handled = await ResumeAsync(bot);
        var handledAgain = await ResumeAsync(bot);
        await bot.RunDueAsync();

        Assert.Equal([Receipt.Later, Receipt.Later], receipts);
        Assert.Equal((2, 0), (handled, handledAgain));
        Assert.Equal([new DateOnly(2026, 11, 23)], await bot.WorkAsync("bob", services => services.GetRequiredService<BotDb>().Set<Entry>().Select(entry => entry.On).ToListAsync()));
        Assert.Single(await bot.ChatAsync("bob"), message => message.Text.Contains("the board deck", StringComparison.Ordinal) && message.From != "bob");
        Assert.Single(await bot.ChatAsync("ana"), message => message.Text == "That took a while.");
    }

    [Fact]
    public async Task Nothing_is_left_noted_once_it_is_handled()
    {
        var gate = new Gate();
        await using var bot = Bot(gate);

        await BlockAsync(bot, gate);
        var before = await NotedAsync(bot);
        gate.Open.SetResult("That took a while.");
        await FinishAsync(bot);

        Assert.Equal((1, 0), (before, await NotedAsync(bot)));
    }

    [Fact]
    public async Task What_could_not_be_noted_in_time_is_not_acknowledged()
    {
        var gate = new Gate();
        await using var bot = Bot(gate, services => services.Replace(ServiceDescriptor.Singleton<IEventNotes>(new FullNotes())));

        var post = BlockAsync(bot, gate);
        await gate.Entered.Task;
        while (!post.IsCompleted)
        {
            bot.Clock.Advance(Patience);
            await Task.Yield();
        }

        var direct = await post;
        gate.Open.SetResult("That took a while.");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, direct.StatusCode);
    }

    [Fact]
    public async Task Whoever_heard_that_nothing_was_stored_does_not_find_it_stored_later()
    {
        var (gate, notes) = (new Gate(), new SlowNotes());
        await using var bot = Bot(gate, services => services.Replace(ServiceDescriptor.Singleton<IEventNotes>(notes)));
        var blocked = HandleAsync(bot, "ana", "gated");
        await gate.Entered.Task;
        var waiting = HandleAsync(bot, "bob", "helped chen with the board deck");
        while (!waiting.IsCompleted || !blocked.IsCompleted)
        {
            bot.Clock.Advance(Patience);
            await Task.Yield();
        }

        notes.Written.SetResult();
        gate.Open.SetResult("That took a while.");
        while (bot.Services.GetRequiredService<InHand>().Has(new("local", "local", "bob/helped chen with the board deck")))
            await Task.Yield();
        var again = await HandleAsync(bot, "bob", "helped chen with the board deck");
        await bot.RunDueAsync();

        Assert.Equal(Receipt.Busy, await waiting);
        Assert.True(again.Accepted);
        Assert.Equal(1, await bot.WorkAsync("bob", services => services.GetRequiredService<BotDb>().Set<Entry>().CountAsync()));
        Assert.Equal(2, notes.Removed);
    }

    [Fact]
    public async Task Past_what_may_wait_at_once_nothing_is_acknowledged()
    {
        var gate = new Gate();
        await using var bot = Bot(gate, services => services.Replace(ServiceDescriptor.Singleton(new InHand(1))));
        await BlockAsync(bot, gate);

        var refused = await HandleAsync(bot, "bob", "helped chen with the board deck");
        gate.Open.SetResult("That took a while.");

        Assert.Equal(Receipt.Busy, refused);
    }

    private static TestBot Bot(Gate gate, Action<IServiceCollection>? parts = null) => new(parts: services =>
    {
        services.AddSingleton(gate).AddCommand<GatedCommand>();
        parts?.Invoke(services);
    });

    /// <summary>Lets ana's command hold the writer for longer than platforms wait, and returns what she was answered.</summary>
    private static async Task<HttpResponseMessage> BlockAsync(TestBot bot, Gate gate)
    {
        var post = PostAsync(bot);
        await gate.Entered.Task;
        bot.Clock.Advance(Patience);
        return await post;
    }

    private static Task<HttpResponseMessage> PostAsync(TestBot bot) =>
        bot.Http.PostAsJsonAsync("/local/members/ana/messages", new { text = "gated", eventId = "gated" });

    /// <summary>Hands a line to the inbox past the local page, whose own keeping of the line would wait for the writer first.</summary>
    private static Task<Receipt> HandleAsync(TestBot bot, string member, string text) =>
        bot.Services.GetRequiredService<Intake>().HandleAsync(new TypedCommand("local", $"{member}/{text}", "local", member, Conversation.With(member), text));

    /// <summary>Waits until nobody works on ana's command any more, and sends what it left to send.</summary>
    private static async Task FinishAsync(TestBot bot)
    {
        while (bot.Services.GetRequiredService<InHand>().Has(new("local", "local", "ana/gated")))
            await Task.Yield();
        await bot.RunDueAsync();
    }

    private static Task<int> ResumeAsync(TestBot bot) =>
        bot.Services.GetRequiredService<Unfinished>().RunOnceAsync(bot.Clock.GetUtcNow(), CancellationToken.None);

    private static async Task<int> NotedAsync(TestBot bot) =>
        (await bot.Services.GetRequiredService<IEventNotes>().ReadAsync(DateTimeOffset.MaxValue, 100, CancellationToken.None)).Count;

    /// <summary>Notes on a disk that takes its time.</summary>
    private sealed class SlowNotes : IEventNotes
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Removed { get; private set; }

        public Task AddAsync(EventNote note, CancellationToken cancellationToken) => Written.Task;

        public Task RemoveAsync(EventKey key, CancellationToken cancellationToken)
        {
            lock (Written)
                Removed++;
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<EventNote>> ReadAsync(DateTimeOffset before, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<EventNote>>([]);
    }

    /// <summary>Notes on a disk that is full.</summary>
    private sealed class FullNotes : IEventNotes
    {
        public Task AddAsync(EventNote note, CancellationToken cancellationToken) => Task.FromException(new IOException("The disk is full, as the test asked."));

        public Task RemoveAsync(EventKey key, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<EventNote>> ReadAsync(DateTimeOffset before, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<EventNote>>([]);
    }
}
