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
}
