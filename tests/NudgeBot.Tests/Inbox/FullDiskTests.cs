using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Inbox;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;
using NudgeBot.Tests.Nudges.Sending;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Inbox;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_record_that_the_database_does_not_take_is_refused_with_the_reason()
    {
        await using var bot = new TestBot(parts: services => services.AddCommand<FullCommand>());

        var answer = await bot.AnswerAsync("ana", "full");

        Assert.StartsWith("This could not be stored: the database takes no records at present, and nothing was changed.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_something_up_still_works_where_nothing_can_be_stored()
    {
        var disk = new Disk();
        await using var bot = Bot(disk);
        await bot.SayAsync("ana", "met bob about tea");
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");

        disk.IsFull = true;
        var answers = new[] { "history bob", "find tea", "circle", "next", "help" }.Select(line => HandleAsync(bot, line));
        var texts = await Task.WhenAll(answers);

        Assert.DoesNotContain(texts, text => text.StartsWith("This could not be stored", StringComparison.Ordinal));
        Assert.Equal([true, true, false], texts.Take(3).Select(text => text.Contains("tea", StringComparison.Ordinal)));
        Assert.Contains("Bob", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_refused_while_nothing_can_be_stored_and_taken_afterwards()
    {
        var disk = new Disk();
        await using var bot = Bot(disk);
        await bot.SayAsync("ana", "met bob about tea");

        disk.IsFull = true;
        var refused = await HandleAsync(bot, "met bob about cake");
        var released = await HandleAsync(bot, "nudges on");
        disk.IsFull = false;
        var taken = await HandleAsync(bot, "met bob about cake");

        Assert.All([refused, released], text => Assert.StartsWith("This could not be stored", text, StringComparison.Ordinal));
        Assert.Contains("cake", taken, StringComparison.Ordinal);
        Assert.Equal(2, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task A_scope_that_only_looks_can_change_nothing()
    {
        await using var bot = new TestBot(provider: StorageOptions.Sqlite);
        await bot.SayAsync("ana", "met bob about tea");

        var error = await Assert.ThrowsAnyAsync<Exception>(() => bot.Services.GetRequiredService<UnitOfWork>().LookAsync(
            "local", "ana", services => services.GetRequiredService<BotDb>().Set<NudgeBot.Ledger.Entry>().ExecuteDeleteAsync()));

        Assert.True(StorageFault.RefusesRecords(error));
        Assert.Equal(1, await bot.TouchesAsync("ana"));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(8, true)]
    [InlineData(5, false)]
    [InlineData(19, false)]
    public void Only_what_keeps_records_out_counts(int code, bool expected) =>
        Assert.Equal(expected, StorageFault.RefusesRecords(new DbUpdateException("Not saved.", new SqliteException("As the test asked.", code))));

    private static TestBot Bot(Disk disk) => new(provider: StorageOptions.Sqlite, parts: services => services.Replace(ServiceDescriptor.Singleton<IWriterLine>(
        provider => new FullLine(new(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>()), disk))));

    /// <summary>Hands a line to the inbox past the local page, which keeps what is typed as well.</summary>
    private static async Task<string> HandleAsync(TestBot bot, string line) =>
        (await bot.Services.GetRequiredService<Intake>().HandleAsync(new TypedCommand("local", $"ana/{line}", "local", "ana", Conversation.With("ana"), line)))
            .Reply!.Messages[0].Text;

    private sealed class Disk
    {
        public bool IsFull { get; set; }
    }

    /// <summary>A writer on a disk that fills up when the test says so.</summary>
    private sealed class FullLine(SqliteWriterLine line, Disk disk) : IWriterLine, IAsyncDisposable
    {
        public Task<T> RunAsync<T>(string workspaceId, Func<IWriterTurn, Task<T>> work, CancellationToken cancellationToken) =>
            disk.IsFull ? throw new SqliteException("database or disk is full", 13) : line.RunAsync(workspaceId, work, cancellationToken);

        public ValueTask DisposeAsync() => line.DisposeAsync();
    }

    /// <summary>Fails as SQLite does when the disk is full.</summary>
    private sealed class FullCommand : ICommand
    {
        public static CommandInfo Info { get; } = new("full", "full");

        public Task<Reply> RunAsync(Turn turn, string text, CancellationToken cancellationToken) =>
            throw new DbUpdateException("Not saved.", new SqliteException("database or disk is full", 13));
    }
}
