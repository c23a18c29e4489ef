using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace NudgeBot.Storage.Postgres;

/// <summary>The database in PostgreSQL: for more than one machine.</summary>
internal sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options, Owner owner) : BotDb(options, owner)
{
    public override void OnlyLook() => Database.SetConnectionString(
        new NpgsqlConnectionStringBuilder(Database.GetConnectionString()) { Options = "-c default_transaction_read_only=on" }.ConnectionString);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // "C" compares bytes: the same order on every machine, and as in SQLite.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    /// <summary>Npgsql takes instants with the offset zero alone (npgsql.org/doc/types/datetime.html).</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), stored => stored.ToUniversalTime());
}
