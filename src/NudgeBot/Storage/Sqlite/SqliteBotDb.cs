using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NudgeBot.Storage.Sqlite;

/// <summary>The database in one SQLite file: the default.</summary>
internal sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options, Owner owner) : BotDb(options, owner)
{
    public override void OnlyLook() => Database.SetConnectionString(
        new SqliteConnectionStringBuilder(Database.GetConnectionString()) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString);

    /// <summary>An instant as it stands in the file: microseconds since 1970 in UTC.</summary>
    public static long Stored(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();

    /// <summary>
    /// Instants as microseconds since 1970 in UTC: SQLite has no type for them, integers sort and compare, and the precision is
    /// PostgreSQL's.
    /// </summary>
    private sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => Stored(instant),
        stored => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond));
}
