using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// What every connection must say to SQLite before it is used. With <c>synchronous=FULL</c> a commit in WAL mode survives a power
/// cut (sqlite.org/pragma.html#pragma_synchronous); foreign keys are off unless asked for.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Patience = "PRAGMA busy_timeout=5000;";

    private const string Writing = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A connection that only reads cannot change how the file is written: a backup that was put back has no write-ahead log yet.</summary>
    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly)
            command.CommandText = Patience;
        else
            command.CommandText = Writing;
        return command;
    }
}
