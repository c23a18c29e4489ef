using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage;

/// <summary>What SQLite's one writer promises to those who share a commit. The clock stands still, so that whoever waits may join.</summary>
public sealed class GroupCommitTests : IAsyncDisposable
{
    private readonly TestBot bot = new(provider: StorageOptions.Sqlite);

    private readonly TaskCompletionSource begun = Source(), first = Source(), last = Source(), lastBegun = Source();

    [Fact]
    public async Task Nobody_is_answered_before_the_commit_that_keeps_all_who_waited_together()
    {
        await bot.SayAsync("ana", "help");
        var held = HoldAsync();
        await begun.Task;
        var waiting = Enumerable.Range(1, 10).Select(number => WriteAsync($"{number}")).ToList();
        var end = RunAsync(async _ => { lastBegun.SetResult(); await last.Task; });

        first.SetResult();
        await lastBegun.Task;
        var (answered, seen) = (waiting.Any(turn => turn.IsCompleted), await KeptAsync());
        last.SetResult();
        await Task.WhenAll([held, .. waiting, end]);

        Assert.False(answered);
        Assert.Empty(seen);
        Assert.Equal(11, (await KeptAsync()).Count);
    }

    [Fact]
    public async Task One_that_fails_loses_what_it_did_and_nothing_of_its_neighbours()
    {
        var held = HoldAsync();
        await begun.Task;
        var before = WriteAsync("before");
        var failing = RunAsync(async db =>
        {
            db.Add(Row("failing"));
            await db.SaveChangesAsync();
            await db.Set<Schedule>().Where(row => row.Kind == "before").ExecuteDeleteAsync();
            throw new InvalidOperationException("As the test asked.");
        });
        var after = WriteAsync("after");

        first.SetResult();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Task.WhenAll(held, before, after);

        Assert.Equal("As the test asked.", error.Message);
        Assert.Equal(["after", "before", "held"], await KeptAsync());
    }

    [Fact]
    public async Task A_commit_that_is_lost_is_lost_for_all_who_shared_it_and_the_next_ones_go_on()
    {
        var held = HoldAsync();
        await begun.Task;
        var before = WriteAsync("before");
        var losing = RunAsync(db => db.Database.ExecuteSqlAsync($"ROLLBACK"));

        first.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => held);
        await Assert.ThrowsAnyAsync<Exception>(() => before);
        await Assert.ThrowsAnyAsync<Exception>(() => losing);
        await WriteAsync("next");

        Assert.Equal(["next"], await KeptAsync());
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_is_let_go_at_once_and_never_runs()
    {
        using var over = new CancellationTokenSource();
        var held = HoldAsync();
        await begun.Task;
        var waiting = bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", "", services => WriteAsync(services, "given up"), over.Token);

        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.SetResult();
        await held;

        Assert.Equal(["held"], await KeptAsync());
    }

    [Fact]
    public async Task What_holds_where_one_lined_up_holds_in_ones_turn()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");

        var language = "";
        await RunAsync(_ => { language = CultureInfo.CurrentUICulture.Name; return Task.CompletedTask; });

        Assert.Equal("de", language);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Schedule Row(string kind) => new() { Kind = kind, MemberId = "", Subject = "", DueAt = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private static Task<bool> WriteAsync(IServiceProvider services, string kind)
    {
        services.GetRequiredService<BotDb>().Add(Row(kind));
        return Task.FromResult(true);
    }

    /// <summary>Takes the writer, and holds it until the test lets the first one go.</summary>
    private Task<bool> HoldAsync() => RunAsync(async db =>
    {
        db.Add(Row("held"));
        begun.SetResult();
        await first.Task;
    });

    private Task<bool> WriteAsync(string kind) => RunAsync(db => { db.Add(Row(kind)); return Task.CompletedTask; });

    private Task<bool> RunAsync(Func<BotDb, Task> work) => bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", "", async services =>
    {
        await work(services.GetRequiredService<BotDb>());
        return true;
    }, CancellationToken.None);

    private Task<List<string>> KeptAsync() => bot.Services.GetRequiredService<UnitOfWork>().ReadAsync(
        "local", "", services => services.GetRequiredService<BotDb>().Set<Schedule>().Where(row => row.MemberId == "").Select(row => row.Kind).Order().ToListAsync());
}
