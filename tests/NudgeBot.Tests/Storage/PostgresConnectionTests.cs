using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Storage;
using NudgeBot.Storage.Postgres;
using NudgeBot.Tests.Support;
using Npgsql;

namespace NudgeBot.Tests.Storage;

public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db;Database=nudgebot", true, 100)]
    // The operator's own words hold, by whichever of a word's spellings.
    [InlineData("Host=db;Database=nudgebot;Max Auto Prepare=0", true, 0)]
    [InlineData("Host=db;Database=nudgebot;MaxAutoPrepare=7", true, 7)]
    [InlineData("Host=db;Database=nudgebot;No Reset On Close=false", false, 100)]
    [InlineData("host=db;database=nudgebot;noresetonclose=false;max auto prepare=20", false, 20)]
    public void Complete_says_only_what_the_operator_left_open(string given, bool keepsSession, int prepared)
    {
        var parts = new NpgsqlConnectionStringBuilder(PostgresConnection.Complete(given));

        Assert.Equal((keepsSession, prepared), (parts.NoResetOnClose, parts.MaxAutoPrepare));
        Assert.Equal(("db", "nudgebot"), (parts.Host, parts.Database));
    }

    [Fact]
    public async Task Statements_that_recur_stay_prepared_on_connections_of_the_program()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        await using var bot = new TestBot(provider: StorageOptions.PostgreSql);
        for (var times = 0; times < 8; times++)
            await bot.SayAsync("ana", $"met bob about matter {times}");

        await using var scope = bot.Services.CreateAsyncScope();
        var prepared = await scope.ServiceProvider.GetRequiredService<BotDb>().Database
            .SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_prepared_statements WHERE NOT from_sql""").SingleAsync();

        Assert.InRange(prepared, 1, 100);
    }
}
