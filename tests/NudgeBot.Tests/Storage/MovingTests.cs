using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Storage.Moving;
using NudgeBot.Tests.Ledger;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage;

public sealed class MovingTests
{
    [Fact]
    public async Task Everything_moves_from_a_file_to_a_server_and_back_and_goes_on_there()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        using var folder = new TestFolder();
        await using var bot = new TestBot(provider: StorageOptions.Sqlite);
        await bot.LaySampleAsync();
        await bot.SayAsync("ana", "helped \"Zoë Müller\" with the preparation");
        var rows = await Rows.ReadAsync(bot);
        var server = TestPostgres.Instance.Create();

        var there = await MoveAsync(bot.ConnectionString, server);
        var back = await MoveAsync(server, $"Data Source={folder.File("back.db")}");

        Assert.Null(there.Fault);
        Assert.Null(back.Fault);
        Assert.Equal(there.Rows, back.Rows);
        await using var moved = new TestBot(connection: (StorageOptions.PostgreSql, server));
        Assert.Contains("Zoë Müller", await moved.AnswerAsync("ana", "find zoe preparation"), StringComparison.Ordinal);
        await FindTests.CheckIndexAsync(moved);
        Assert.Equal(Model(rows), Model(await ReadAsync($"Data Source={folder.File("back.db")}")));
    }

    [Fact]
    public async Task A_move_that_was_cut_off_is_begun_again_with_the_same_words()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var bot = new TestBot(provider: StorageOptions.Sqlite);
        await bot.LaySampleAsync();
        var server = TestPostgres.Instance.Create();
        await MoveAsync(bot.ConnectionString, server);
        await using (var target = MovingDatabase.Open(server).Database!)
            await target.Database.ExecuteSqlAsync($"DELETE FROM suggestions; DELETE FROM entry_persons");

        var again = await MoveAsync(bot.ConnectionString, server);

        Assert.Null(again.Fault);
    }

    [Fact]
    public async Task What_does_not_agree_at_the_end_is_named()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var bot = new TestBot(provider: StorageOptions.Sqlite);
        await bot.SayAsync("ana", "met bob");
        var server = TestPostgres.Instance.Create();
        await MoveAsync(bot.ConnectionString, server);
        await using (var target = MovingDatabase.Open(server).Database!)
            await target.Database.ExecuteSqlAsync($"UPDATE members SET \"Language\" = 'de'");

        var again = await MoveAsync(bot.ConnectionString, server);

        Assert.StartsWith("These tables differ: members (1 rows here, 1 there)", again.Fault, StringComparison.Ordinal);
    }

    private static async Task<(string? Fault, long Rows)> MoveAsync(string from, string to)
    {
        await using var source = MovingDatabase.Open(from).Database!;
        await using var target = MovingDatabase.Open(to).Database!;
        return await new DatabaseMove(source, target).RunAsync(default);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(string connectionString)
    {
        await using var db = MovingDatabase.Open(connectionString).Database!;
        return await Rows.ReadAsync(db);
    }

    /// <summary>Without the index of words, whose numbers are its own.</summary>
    private static IEnumerable<string> Model(IEnumerable<string> rows) => rows.Where(row => !row.StartsWith("search", StringComparison.Ordinal));
}
