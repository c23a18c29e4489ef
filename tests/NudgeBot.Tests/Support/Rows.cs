using Microsoft.Data.Sqlite;
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
        await using var connection = new SqliteConnection(scope.ServiceProvider.GetRequiredService<BotDb>().Database.GetConnectionString());
        await connection.OpenAsync();
        List<string> rows = [];
        foreach (var table in await TablesAsync(connection))
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

    private static async Task<List<string>> TablesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }
}
