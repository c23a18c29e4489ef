using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Storage.Moving;

/// <summary>
/// Moves all records from one database to another of either kind, table by table, and compares counts and hashes at the end. No server
/// may run on either of them meanwhile. Cut off, it is begun again with the same words.
/// </summary>
internal sealed class DatabaseMove(BotDb source, BotDb target)
{
    /// <summary>How far it is, for whoever waits.</summary>
    public string State { get; private set; } = "Looking at the databases…";

    /// <summary>Moves everything. Returns what stood in the way or does not agree, or null, and how many rows there are.</summary>
    public async Task<(string? Fault, long Rows)> RunAsync(CancellationToken cancellationToken)
    {
        var missing = await source.Database.GetPendingMigrationsAsync(cancellationToken);
        if (missing.Any())
            return ("The database to move from is not of this version. Run \"migrate\" on it first.", 0);
        await target.Database.MigrateAsync(cancellationToken);
        await source.Database.OpenConnectionAsync(cancellationToken);
        await target.Database.OpenConnectionAsync(cancellationToken);
        var (from, to) = (source.Database.GetDbConnection(), target.Database.GetDbConnection());

        var tables = Tables(source.Model, target.Model);
        long rows = 0;
        List<string> unequal = [];
        foreach (var (at, table) in tables.Index())
        {
            var (count, hash) = await table.CopyAsync(from, to, done => State = $"{table.Name}: {done:N0} rows, table {at + 1} of {tables.Count}", cancellationToken);
            State = $"{table.Name}: comparing {count:N0} rows";
            var arrived = await table.CheckAsync(to, cancellationToken);
            if (arrived != (count, hash))
                unequal.Add($"{table.Name} ({count:N0} rows here, {arrived.Count:N0} there)");
            rows += count;
        }

        await ContinueNumbersAsync(cancellationToken);
        return (unequal.Count == 0
            ? null
            : $"These tables differ: {string.Join(", ", unequal)}. Was the target empty, and did no server run on either? Empty it and begin again.", rows);
    }

    /// <summary>The tables, each after those that it refers to.</summary>
    private static List<TableMove> Tables(IModel source, IModel target)
    {
        List<IEntityType> ordered = [];
        foreach (var type in source.GetEntityTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
            Add(type);
        return [.. ordered.Select(type => new TableMove(type.GetTableName()!, type, target.FindEntityType(type.Name)!))];

        void Add(IEntityType type)
        {
            if (ordered.Contains(type))
                return;
            foreach (var other in type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(other => other != type))
                Add(other);
            ordered.Add(type);
        }
    }

    /// <summary>Lets PostgreSQL's own counters go on behind the numbers that were moved; SQLite looks at the greatest by itself.</summary>
    private async Task ContinueNumbersAsync(CancellationToken cancellationToken)
    {
        if (target is SqliteBotDb)
            return;
        var generated = target.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(column => column.ValueGenerated == ValueGenerated.OnAdd && column.IsPrimaryKey() && column.ClrType == typeof(int));
        foreach (var column in generated)
        {
            var (table, name) = (column.DeclaringType.GetTableName(), column.GetColumnName());
#pragma warning disable EF1002 // The names are those of the model.
            await target.Database.ExecuteSqlRawAsync(
                $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{name}'), coalesce((SELECT max(\"{name}\") FROM \"{table}\"), 0) + 1, false)", cancellationToken);
#pragma warning restore EF1002
        }
    }
}
