using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace NudgeBot.Storage;

/// <summary>Tells apart why the database failed.</summary>
internal static class StorageFault
{
    /// <summary>
    /// Whether it takes no records at present: the disk is full, cannot be written or is damaged (SQLite's codes 8, 10, 11, 13 and 26,
    /// sqlite.org/rescode.html; PostgreSQL's 53100 and 25006, errcodes-appendix).
    /// </summary>
    public static bool RefusesRecords(Exception error) =>
        error is SqliteException { SqliteErrorCode: 8 or 10 or 11 or 13 or 26 } or PostgresException { SqlState: "53100" or "25006" }
        || (error.InnerException is { } inner && RefusesRecords(inner));

    /// <summary>Whether the file is damaged, or no database at all.</summary>
    public static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: 11 or 26 } || (error.InnerException is { } inner && IsDamage(inner));

    /// <summary>
    /// Whether the database failed for reasons of its own, which pass or are mended, and not for what it was asked to do: it takes no records,
    /// or the server or the connection to it is gone, or it is busy.
    /// </summary>
    public static bool IsTheDatabases(Exception error) =>
        RefusesRecords(error) || error is DbException { IsTransient: true } or SqliteException { SqliteErrorCode: 5 or 6 }
        || (error.InnerException is { } inner && IsTheDatabases(inner));
}
