using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Storage;

namespace NudgeBot.Tests.Support;

/// <summary>Reads every table as it lies on the disk, past the model and its filters.</summary>
internal static class Rows
{
    /// <summary>Every row as <c>table: column=value, …</c>, sorted.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        return await ReadAsync(scope.ServiceProvider.GetRequiredService<BotDb>());
    }

    /// <summary>Every row of a database.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(BotDb db)
    {
        var database = db.Database;
        await database.OpenConnectionAsync();
        var connection = database.GetDbConnection();
        List<string> rows = [];
        foreach (var table in await TablesAsync(connection, database.IsSqlite()))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the database's own list of tables.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add($"{table}: {string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={reader.GetValue(column)}"))}");
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> TablesAsync(DbConnection connection, bool isSqlite)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = isSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '__EF%'";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }
}
