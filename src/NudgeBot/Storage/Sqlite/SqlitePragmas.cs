using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// What every connection must say to SQLite before it is used. With <c>synchronous=FULL</c> a commit in WAL mode survives a power
/// cut (sqlite.org/pragma.html#pragma_synchronous); foreign keys are off unless asked for.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
