using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage.Postgres;
using NudgeBot.Storage.Sqlite;
using Npgsql;

namespace NudgeBot.Storage.Moving;

/// <summary>A database that records are moved out of or into, told by its connection string alone.</summary>
internal static class MovingDatabase
{
    /// <summary>Opens it, or says why the connection string is of neither kind.</summary>
    public static (BotDb? Database, string? Fault) Open(string connectionString)
    {
        try
        {
            if (IsPostgres(connectionString))
            {
                return new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0, Database.Length: > 0 }
                    ? (new PostgresBotDb(new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql(connectionString).Options, new Owner()), null)
                    : (null, $"\"{connectionString}\" must name a host and a database.");
            }

            var parts = new SqliteConnectionStringBuilder(connectionString);
            return parts.DataSource.Length > 0
                ? (new SqliteBotDb(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()).Options, new Owner()), null)
                : (null, $"\"{connectionString}\" names no file.");
        }
        catch (ArgumentException)
        {
            return (null, $"\"{connectionString}\" is a connection string neither of SQLite (Data Source=nudgebot.db) nor of PostgreSQL (Host=…;Database=…).");
        }
    }

    /// <summary>Whether it is one of PostgreSQL's.</summary>
    public static bool IsPostgres(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>().Any(key => key is "host" or "server");
}
