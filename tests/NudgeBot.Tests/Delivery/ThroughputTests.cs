using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Delivery;

public sealed class ThroughputTests : IAsyncDisposable
{
    private readonly SlowPlatform platform = new();
    private readonly TestBot bot;

    public ThroughputTests() => bot = Bot();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Several_conversations_are_written_to_at_the_same_time_and_each_in_its_order()
    {
        foreach (var number in Enumerable.Range(1, 20))
        {
            foreach (var member in TestPeople)
                await WriteAsync("local", member, $"{member} {number}", at: number);
        }

        platform.Together = 4;
        await bot.RunDueAsync();

        Assert.Equal(4, platform.MostAtOnce);
        foreach (var member in TestPeople)
            Assert.Equal(Enumerable.Range(1, 20).Select(number => $"{member} {number}"), platform.Sent.Where(sent => sent.Conversation.Id == member).Select(sent => sent.Message.Text));
    }

    [Fact]
    public async Task A_direct_chat_is_one_conversation_whether_the_platforms_name_of_it_is_known_or_not()
    {
        await InstallAsync("acme");
        await bot.Services.GetRequiredService<UnitOfWork>().RunAsync("acme", "ana", services =>
        {
            var db = services.GetRequiredService<BotDb>();
            db.Add(new Mailbox { MemberId = "ana", ConversationId = "D1" });
            var outbox = services.GetRequiredService<Outbox>();
            foreach (var number in Enumerable.Range(1, 10))
            {
                if (number % 2 == 0)
                    outbox.ToMember("test", "ana", new Message($"{number}"), bot.Clock.GetUtcNow().AddMinutes(number - 60));
                else
                    outbox.Answer(new TypedCommand("local", "e", "acme", "ana", new Conversation("D1", IsDirect: true), ""), new Message($"{number}"), bot.Clock.GetUtcNow().AddMinutes(number - 60));
            }

            return Task.FromResult(true);
        }, CancellationToken.None);

        await bot.RunDueAsync();

        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"{number}"), platform.Sent.Select(sent => sent.Message.Text));
    }

    [Fact]
    public async Task A_conversation_that_hangs_holds_up_no_other_also_of_those_that_come_later()
    {
        platform.Hangs = "ana";
        await WriteAsync("local", "ana", "stuck", at: 1);
        await WriteAsync("local", "bob", "first", at: 2);
        var pass = bot.RunDueAsync();
        await platform.UntilAsync(1);

        await WriteAsync("local", "bob", "second", at: 3);
        while (platform.Sent.Count < 2)
        {
            // Not so fast that the lease would seem to have ended.
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        platform.Go.SetResult();
        await pass;
        Assert.Equal(["first", "second", "stuck"], platform.Sent.Select(sent => sent.Message.Text));
    }

    [Fact]
    public async Task Workspaces_are_served_at_the_same_time()
    {
        foreach (var number in Enumerable.Range(1, 8))
        {
            await InstallAsync($"acme{number}");
            await WriteAsync($"acme{number}", "ana", "Hello.", at: 1);
        }

        platform.Together = 8;
        await bot.RunDueAsync();

        Assert.Equal(8, platform.MostAtOnce);
    }

    [Fact]
    public async Task After_a_refusal_as_blocked_nothing_more_goes_to_the_same_member_even_where_they_never_wrote()
    {
        platform.Blocks = "ana";
        foreach (var number in Enumerable.Range(1, 3))
            await WriteAsync("local", "ana", $"{number}", at: number);

        await bot.RunDueAsync();
        await WriteAsync("local", "ana", "later", at: 4);
        await bot.RunDueAsync();

        Assert.Equal(1, platform.Heard);
        Assert.Equal(4, await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Outgoing>().CountAsync(row => row.State == DeliveryState.Failed)));
    }

    private static IReadOnlyList<string> TestPeople { get; } = ["ana", "bob", "chen", "dora", "emil"];

    private TestBot Bot() => new(parts: services => services.RemoveAll<IChannel>().AddSingleton<IChannel>(platform));

    private Task<bool> InstallAsync(string workspaceId) => bot.Services.GetRequiredService<UnitOfWork>().RunAsync(workspaceId, "", services =>
    {
        services.GetRequiredService<BotDb>().Add(new Workspace { Channel = "local", Name = workspaceId, InstalledAt = bot.Clock.GetUtcNow() });
        return Task.FromResult(true);
    }, CancellationToken.None);

    /// <summary>Writes a message down that has been waiting; <paramref name="at"/> orders them.</summary>
    private Task<Guid> WriteAsync(string workspaceId, string member, string text, int at) => bot.Services.GetRequiredService<UnitOfWork>().RunAsync(
        workspaceId, member,
        services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", member, new Message(text), bot.Clock.GetUtcNow().AddMinutes(at - 60))),
        CancellationToken.None);

    /// <summary>A platform that answers once several messages are on their way to it, or the test lets it.</summary>
    private sealed class SlowPlatform : IChannel
    {
        private int atOnce;

        private readonly TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "local";

        public List<Envelope> Sent { get; } = [];

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Hangs { get; set; }

        public string? Blocks { get; set; }

        /// <summary>So many must be on their way before the first is answered.</summary>
        public int Together { get; set; } = 1;

        public int MostAtOnce { get; private set; }

        public int Heard { get; private set; }

        public async Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken)
        {
            lock (Sent)
            {
                Heard++;
                MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
                if (atOnce >= Together)
                    full.TrySetResult();
            }

            if (envelope.Conversation.Id == Hangs)
                await Go.Task;
            await full.Task;
            await Task.Yield();
            lock (Sent)
            {
                atOnce--;
                if (envelope.Conversation.Id == Blocks)
                    throw new ChannelException("blocked", Refusal.Blocked);
                Sent.Add(envelope);
                return $"platform-{Sent.Count}";
            }
        }

        public Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public async Task UntilAsync(int count)
        {
            while (Sent.Count < count)
                await Task.Yield();
        }
    }
}
