using NudgeBot.Storage;
using NudgeBot.Tests.Nudges.Sending;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage;

public sealed class PostgresTests
{
    [Fact]
    public async Task Commands_go_on_after_the_server_was_restarted_and_its_connections_are_gone()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        var server = new TestPostgres();
        await using var bot = new TestBot(provider: StorageOptions.PostgreSql, server: server);
        await bot.SayAsync("ana", "met bob");

        server.Restart();
        var answer = await bot.AnswerAsync("ana", "met bob about the restart");

        Assert.Contains("the restart", answer, StringComparison.Ordinal);
        Assert.Equal(2, await bot.TouchesAsync("ana"));
    }

    [Fact]
    public async Task A_program_that_starts_before_the_server_waits_for_it()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        var server = new TestPostgres();
        var connection = server.Create();
        server.Halt();

        var starting = Task.Run(() => new TestBot(connection: (StorageOptions.PostgreSql, connection)));
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var early = starting.IsCompleted;
        server.Resume();
        await using var bot = await starting;

        Assert.False(early);
        Assert.Contains("Bob", await bot.AnswerAsync("ana", "met bob"), StringComparison.Ordinal);
    }
}
