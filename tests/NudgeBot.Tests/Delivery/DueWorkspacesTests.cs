using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Delivery;

/// <summary>Who serves which workspace, on both databases. What is due is written straight into the tables.</summary>
public sealed class DueWorkspacesTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_has_been_due_the_longest_is_taken_first_and_no_more_than_asked_for(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await DueAsync(bot, "third", minutes: 1);
        await DueAsync(bot, "first", minutes: 3);
        await DueAsync(bot, "second", minutes: 2);
        await DueAsync(bot, "tomorrow", minutes: -1440);

        var first = await TakeAsync(bot, [], 2);
        var rest = await TakeAsync(bot, first, 2);

        Assert.Equal(["first", "second"], first.Order());
        Assert.Equal(["third"], rest);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task However_much_is_due_elsewhere_it_hides_nothing_that_this_process_may_do(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await DueAsync(bot, "others", minutes: 10, count: 600);
        await DueAsync(bot, "removed", minutes: 10, count: 600);
        await DueAsync(bot, "ours", minutes: 1);
        await ChangeAsync(bot, "others", row => (row.LeaseHolder, row.LeaseUntil) = ("another", bot.Clock.GetUtcNow().AddSeconds(5)));
        await ChangeAsync(bot, "removed", row => row.RemovedAt = bot.Clock.GetUtcNow());

        var taken = await TakeAsync(bot, [], 8);

        Assert.Equal(["ours"], taken);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_was_served_lets_others_go_first_and_is_served_again_where_nobody_else_waits(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await DueAsync(bot, "much", minutes: 10, count: 600);
        await DueAsync(bot, "little", minutes: 1);
        await TakeAsync(bot, [], 1);
        bot.Services.GetRequiredService<DueWorkspaces>().Served("much");

        var next = await TakeAsync(bot, [], 1);
        var both = await TakeAsync(bot, [], 2);

        Assert.Equal(["little"], next);
        Assert.Equal(["little", "much"], both.Order());
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_lease_taken_by_a_clock_that_ran_far_ahead_keeps_nobody_away(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await DueAsync(bot, "acme", minutes: 1);
        await ChangeAsync(bot, "acme", row => (row.LeaseHolder, row.LeaseUntil) = ("another", bot.Clock.GetUtcNow().AddYears(10)));

        var taken = await TakeAsync(bot, [], 1);

        Assert.Equal(["acme"], taken);
    }

    [Fact]
    public async Task Replicas_that_take_at_the_same_moment_share_without_getting_one_twice()
    {
        await using var one = Providers.Bot(StorageOptions.PostgreSql);
        await using var other = new TestBot(connection: (StorageOptions.PostgreSql, one.ConnectionString));
        for (var number = 0; number < 40; number++)
            await DueAsync(one, $"acme{number:00}", minutes: 40 - number);

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => TakeAsync(number % 2 == 0 ? one : other, [], 8)));

        var (ours, theirs) = (taken.Where((_, number) => number % 2 == 0).SelectMany(ids => ids), taken.Where((_, number) => number % 2 == 1).SelectMany(ids => ids));
        Assert.NotEmpty(ours);
        Assert.NotEmpty(theirs);
        Assert.Empty(ours.Intersect(theirs));
    }

    [Fact]
    public async Task One_that_somebody_is_taking_at_this_moment_is_passed_over_and_not_waited_for()
    {
        await using var bot = Providers.Bot(StorageOptions.PostgreSql);
        await DueAsync(bot, "first", minutes: 2);
        await DueAsync(bot, "second", minutes: 1);
        await using var scope = bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM workspaces WHERE "WorkspaceId" = 'first' FOR UPDATE""");

        var taken = await TakeAsync(bot, [], 1);

        Assert.Equal(["second"], taken);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_due_is_a_range_of_an_index_however_much_is_stored(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await StoreAsync(bot, 20_000);
        await using var scope = bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();

        var plan = await PlanAsync(db, bot.Services.GetRequiredService<DueWorkspaces>().Query(db, ["acme7"], 8));

        Assert.Contains(plan, line => line.Contains("IX_schedules_DueAt_WorkspaceId", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("IX_deliveries_State_NotBefore_WorkspaceId", StringComparison.Ordinal));
        // In SQLite's words, s, d and d1 are the tables; a number more is what was found in them.
        Assert.DoesNotContain(plan, line => line is "SCAN s" or "SCAN d" or "SCAN d1" || line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    /// <summary>Not the built-in workspace, which is looked at every time: its clock may run ahead.</summary>
    private static Task<IReadOnlyList<string>> TakeAsync(TestBot bot, IReadOnlyCollection<string> except, int most) =>
        bot.Services.GetRequiredService<DueWorkspaces>().TakeAsync([.. except, "local"], most, CancellationToken.None);

    /// <summary>Installs a workspace in which something has been due for so long.</summary>
    private static Task<bool> DueAsync(TestBot bot, string workspaceId, int minutes, int count = 1) => InAsync(bot, workspaceId, db =>
    {
        var now = bot.Clock.GetUtcNow();
        db.Add(new Workspace { Channel = "local", Name = workspaceId, InstalledAt = now });
        for (var number = 0; number < count; number++)
            db.Add(new Schedule { Kind = "test", MemberId = $"{number}", Subject = "", DueAt = now.AddMinutes(-minutes) });
        return Task.CompletedTask;
    });

    private static Task<bool> ChangeAsync(TestBot bot, string workspaceId, Action<Workspace> change) => InAsync(
        bot, workspaceId, async db => change(await db.Set<Workspace>().SingleAsync()));

    private static Task<bool> InAsync(TestBot bot, string workspaceId, Func<BotDb, Task> work) => bot.Services.GetRequiredService<UnitOfWork>().RunAsync(
        workspaceId, "", async services =>
        {
            await work(services.GetRequiredService<BotDb>());
            return true;
        }, CancellationToken.None);

    /// <summary>Many workspaces, of which hardly any has something due, and their old deliveries.</summary>
    private static async Task StoreAsync(TestBot bot, int count)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var isSqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        var numbers = isSqlite
            ? $"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n)"
            : $"(SELECT i FROM generate_series(1, {count}) AS i)";
        string At(string days) => isSqlite ? $"({bot.Clock.GetUtcNow().ToUnixTimeSeconds()} + {days} * 86400) * 1000000" : $"timestamptz '{bot.Clock.GetUtcNow():O}' + {days} * interval '1 day'";
        var guid = isSqlite ? "printf('00000000-0000-0000-0000-%012d', i)" : "lpad(i::text, 32, '0')::uuid";
        string[] statements =
        [
            $"""INSERT INTO workspaces ("WorkspaceId", "Channel", "Name", "InstalledAt", "ClockOffset") SELECT 'acme' || i, 'local', 'Acme', {At("0")}, 0 FROM {numbers} AS n""",
            $"""INSERT INTO schedules ("WorkspaceId", "Kind", "MemberId", "Subject", "DueAt", "Failures") SELECT 'acme' || i, 'test', 'ana', '', {At("(i % 700 - 1)")}, 0 FROM {numbers} AS n""",
            $"""
             INSERT INTO deliveries ("WorkspaceId", "DeliveryId", "MemberId", "FromMemberId", "Kind", "ConversationId", "IsDirect", "Body", "State", "CreatedAt", "NotBefore", "Attempts")
             SELECT 'acme' || i, {guid}, 'ana', '', 'test', '', {(isSqlite ? "1" : "true")}, '', 2, {At("-i")}, {At("-i")}, 1 FROM {numbers} AS n
             """,
            "ANALYZE",
        ];
        foreach (var statement in statements)
            await db.Database.ExecuteSqlRawAsync(statement);
    }

    private static async Task<IReadOnlyList<string>> PlanAsync(BotDb db, IQueryable<string> query)
    {
        await db.Database.OpenConnectionAsync();
        using var command = query.CreateDbCommand();
        command.CommandText = (db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(reader.FieldCount - 1));
        return lines;
    }
}
