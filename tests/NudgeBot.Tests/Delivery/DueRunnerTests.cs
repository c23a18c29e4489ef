using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Delivery;

public sealed class DueRunnerTests : IAsyncDisposable
{
    private readonly ProbeLog log = new();
    private readonly TestBot bot;

    public DueRunnerTests() => bot = new TestBot(parts: services => services.AddSingleton(log).AddScheduled<Probe>());

    private DateTimeOffset Now => bot.Clock.GetUtcNow();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task What_falls_due_runs_once()
    {
        await ScheduleAsync("ana", Now);

        await bot.RunDueAsync();
        await bot.RunDueAsync();

        Assert.Equal(("ana", Now), Assert.Single(log.Runs));
    }

    [Fact]
    public async Task What_recurs_is_due_again_when_its_handler_says()
    {
        log.Next = now => now.AddDays(1);
        await ScheduleAsync("ana", Now);

        for (var hour = 0; hour <= 48; hour++)
        {
            await bot.RunDueAsync();
            bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, log.Runs.Count);
    }

    [Fact]
    public async Task A_handler_that_fails_is_put_off_keeps_nothing_and_holds_up_nobody()
    {
        log.Failing.Add("ana");
        await ScheduleAsync("ana", Now);
        await ScheduleAsync("bob", Now);
        await bot.RunDueAsync();
        var first = await ReadAsync("ana");

        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunDueAsync();
        var second = await ReadAsync("ana");
        log.Failing.Clear();
        bot.Clock.Advance(TimeSpan.FromHours(2));
        await bot.RunDueAsync();

        Assert.Equal((TimeSpan.FromHours(1), 1), (first!.DueAt - Start, first.Failures));
        Assert.Equal((TimeSpan.FromHours(3), 2), (second!.DueAt - Start, second.Failures));
        Assert.Equal(["bob", "ana"], log.Runs.Select(run => run.Member));
        Assert.Null(await ReadAsync("ana"));
    }

    [Fact]
    public async Task A_fault_of_the_database_is_not_the_schedules_own_and_delays_it_by_a_minute()
    {
        log.Fault = new DbUpdateException("As the test asked.", new SqliteException("disk I/O error", 10));
        log.Failing.Add("ana");
        await ScheduleAsync("ana", Now);
        await bot.RunDueAsync();
        var failed = await ReadAsync("ana");

        log.Failing.Clear();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.RunDueAsync();

        Assert.Equal((TimeSpan.FromMinutes(1), 0), (failed!.DueAt - Start, failed.Failures));
        Assert.Single(log.Runs);
    }

    [Fact]
    public async Task What_was_put_off_gives_its_message_the_key_of_the_instant_that_it_was_meant_for_and_the_next_one_another()
    {
        await ScheduleAsync("ana", Now);
        var meant = new Cause(new Schedule { WorkspaceId = "local", Kind = Probe.Kind, MemberId = "ana", Subject = "", DueAt = Now }).NextId();
        log.Next = now => now.AddMinutes(1);
        await bot.RunDueAsync();
        log.Failing.Add("ana");
        await AfterAsync(TimeSpan.FromMinutes(1));
        log.Failing.Clear();
        log.Says = true;

        await AfterAsync(TimeSpan.FromHours(1));
        await AfterAsync(TimeSpan.FromMinutes(1));

        var keys = await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Outgoing>().OrderBy(row => row.CreatedAt).Select(row => row.DeliveryId).ToListAsync());
        Assert.Equal((2, meant), (keys.Count, keys[0]));
        Assert.NotEqual(meant, keys[1]);
    }

    [Fact]
    public async Task More_than_is_read_at_a_time_runs_in_one_pass_earliest_first()
    {
        foreach (var number in Enumerable.Range(1, 45))
            await ScheduleAsync($"m{number:00}", Now.AddMinutes(-number));

        await bot.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, 45).Reverse().Select(number => $"m{number:00}"), log.Runs.Select(run => run.Member));
    }

    [Fact]
    public async Task A_handler_that_would_fall_due_at_once_again_is_put_off()
    {
        log.Next = now => now;
        await ScheduleAsync("ana", Now);

        await bot.RunDueAsync();

        Assert.Single(log.Runs);
        Assert.Equal(1, (await ReadAsync("ana"))!.Failures);
    }

    [Fact]
    public async Task What_its_member_ended_meanwhile_does_not_run()
    {
        // With the workspace taken already, the worker only reads until it waits for the transaction.
        await bot.RunDueAsync();
        await ScheduleAsync("ana", Now);
        var worker = bot.Services.GetRequiredService<DeliveryWorker>();

        var work = Task.FromResult(false);
        await bot.WorkAsync("ana", async services =>
        {
            // The worker sees that it is due and waits for this transaction, which ends it.
            work = worker.RunOnceAsync(CancellationToken.None);
            await services.GetRequiredService<Schedules>().SetAsync(Probe.Kind, "ana", "", null, CancellationToken.None);
            return true;
        });
        await work;

        Assert.Empty(log.Runs);
        Assert.Null(await ReadAsync("ana"));
    }

    [Fact]
    public async Task A_workspace_that_another_process_serves_is_left_to_it_until_its_lease_has_ended()
    {
        await ScheduleAsync("ana", Now);
        await bot.WorkAsync("", services => services.GetRequiredService<BotDb>().Set<Workspace>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseHolder, "another/1").SetProperty(row => row.LeaseUntil, Now.AddSeconds(30))));

        await bot.RunDueAsync();
        var during = log.Runs.Count;
        bot.Clock.Advance(TimeSpan.FromSeconds(31));
        await bot.RunDueAsync();

        Assert.Equal(0, during);
        Assert.Single(log.Runs);
    }

    private Task AfterAsync(TimeSpan time)
    {
        bot.Clock.Advance(time);
        return bot.RunDueAsync();
    }

    private static DateTimeOffset Start => new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private Task<bool> ScheduleAsync(string member, DateTimeOffset at) => bot.WorkAsync(member, async services =>
    {
        await services.GetRequiredService<Schedules>().SetAsync(Probe.Kind, member, "", at, CancellationToken.None);
        return true;
    });

    private async Task<Schedule?> ReadAsync(string member)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Schedule>().IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Kind == Probe.Kind && row.MemberId == member);
    }

    /// <summary>Writes down when it ran, and fails for whom the test says.</summary>
    internal sealed class Probe(ProbeLog log, Outbox outbox) : IScheduled
    {
        public static string Kind => "probe";

        public Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
        {
            if (log.Failing.Contains(due.MemberId))
                throw log.Fault;
            log.Runs.Add((due.MemberId, due.Now));
            if (log.Says)
                outbox.ToMember(Kind, due.MemberId, new Message("Hello."), due.Now);
            return Task.FromResult<DueTime?>(log.Next(due.Now));
        }
    }

    internal sealed class ProbeLog
    {
        public List<(string Member, DateTimeOffset At)> Runs { get; } = [];

        public HashSet<string> Failing { get; } = [];

        public Exception Fault { get; set; } = new InvalidOperationException("As the test asked.");

        public bool Says { get; set; }

        public Func<DateTimeOffset, DateTimeOffset?> Next { get; set; } = _ => null;
    }
}
