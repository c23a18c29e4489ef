using Microsoft.Data.Sqlite;
using Npgsql;

namespace NudgeBot.Storage;

/// <summary>Tells apart why the database failed.</summary>
internal static class StorageFault
{
    /// <summary>
    /// Whether it takes no records at present: the disk is full, cannot be written or is damaged (SQLite's codes 8, 10, 11 and 13,
    /// sqlite.org/rescode.html; PostgreSQL's 53100 and 25006, errcodes-appendix).
    /// </summary>
    public static bool RefusesRecords(Exception error) =>
        error is SqliteException { SqliteErrorCode: 8 or 10 or 11 or 13 } or PostgresException { SqlState: "53100" or "25006" }
        || (error.InnerException is { } inner && RefusesRecords(inner));
}
