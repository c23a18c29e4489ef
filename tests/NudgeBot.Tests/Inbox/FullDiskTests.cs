using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;
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

    [Theory]
    [InlineData(13, true)]
    [InlineData(8, true)]
    [InlineData(5, false)]
    [InlineData(19, false)]
    public void Only_what_keeps_records_out_counts(int code, bool expected) =>
        Assert.Equal(expected, StorageFault.RefusesRecords(new DbUpdateException("Not saved.", new SqliteException("As the test asked.", code))));

    /// <summary>Fails as SQLite does when the disk is full.</summary>
    private sealed class FullCommand : ICommand
    {
        public static CommandInfo Info { get; } = new("full", "full");

        public Task<Reply> RunAsync(Turn turn, string text, CancellationToken cancellationToken) =>
            throw new DbUpdateException("Not saved.", new SqliteException("database or disk is full", 13));
    }
}
