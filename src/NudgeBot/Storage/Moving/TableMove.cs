using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace NudgeBot.Storage.Moving;

/// <summary>
/// Moves the rows of one table as the model knows them, so that each database keeps them in its own way. What is there already is left, so
/// that a move that was cut off can be begun again.
/// </summary>
/// <param name="name">The table.</param>
/// <param name="from">The entity in the model of the source.</param>
/// <param name="to">The same entity in the model of the target.</param>
internal sealed class TableMove(string name, IEntityType from, IEntityType to)
{
    private const int Together = 500;

    private readonly List<(IProperty From, IProperty To)> columns =
        [.. from.GetProperties().Select(column => (column, to.FindProperty(column.Name)!)).OrderBy(pair => pair.column.Name, StringComparer.Ordinal)];

    public string Name => name;

    /// <summary>Copies the rows and returns how many there are, with a hash of all of them in whatever order.</summary>
    public async Task<(long Count, UInt128 Hash)> CopyAsync(DbConnection source, DbConnection target, Action<long> done, CancellationToken cancellationToken)
    {
        var (count, hash) = (0L, default(UInt128));
        await using var transaction = await target.BeginTransactionAsync(cancellationToken);
        List<object?[]> rows = [];
        await foreach (var row in ReadAsync(source, from, isSource: true, cancellationToken))
        {
            hash += Hash(row);
            rows.Add(row);
            if (++count % Together != 0)
                continue;
            await WriteAsync(target, transaction, rows, cancellationToken);
            rows.Clear();
            done(count);
        }

        await WriteAsync(target, transaction, rows, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (count, hash);
    }

    /// <summary>How many rows the target has, with the hash of all of them.</summary>
    public async Task<(long Count, UInt128 Hash)> CheckAsync(DbConnection target, CancellationToken cancellationToken)
    {
        var (count, hash) = (0L, default(UInt128));
        await foreach (var row in ReadAsync(target, to, isSource: false, cancellationToken))
            (count, hash) = (count + 1, hash + Hash(row));
        return (count, hash);
    }

    private async IAsyncEnumerable<object?[]> ReadAsync(
        DbConnection connection, IEntityType entity, bool isSource, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(pair => $"\"{(isSource ? pair.From : pair.To).GetColumnName()}\""))} FROM \"{entity.GetTableName()}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var mappings = columns.Select(pair => (isSource ? pair.From : pair.To).GetRelationalTypeMapping()).ToArray();
        while (await reader.ReadAsync(cancellationToken))
            yield return [.. mappings.Select((mapping, at) => reader.IsDBNull(at) ? null : Read(mapping, reader, at))];
    }

    /// <summary>A value as the program has it, whatever the database made of it.</summary>
    private static object? Read(RelationalTypeMapping mapping, DbDataReader reader, int at)
    {
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        var method = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!.MakeGenericMethod(Nullable.GetUnderlyingType(stored) ?? stored);
        var value = method.Invoke(reader, [at]);
        return mapping.Converter is { } converter ? converter.ConvertFromProvider(value) : value;
    }

    private async Task WriteAsync(DbConnection target, DbTransaction transaction, List<object?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        await using var command = target.CreateCommand();
        command.Transaction = transaction;
        var places = string.Join(", ", columns.Select((_, at) => $"@c{at.ToString(CultureInfo.InvariantCulture)}"));
#pragma warning disable CA2100 // The names are those of the model.
        command.CommandText = $"INSERT INTO \"{to.GetTableName()}\" ({string.Join(", ", columns.Select(pair => $"\"{pair.To.GetColumnName()}\""))}) VALUES ({places}) ON CONFLICT DO NOTHING";
#pragma warning restore CA2100
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            foreach (var (at, (_, column)) in columns.Index())
                command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, $"@c{at.ToString(CultureInfo.InvariantCulture)}", row[at], column.IsNullable));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private UInt128 Hash(object?[] row)
    {
        var text = new StringBuilder(name);
        foreach (var value in row)
            text.Append('\u001f').Append(Written(value));
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Written(object? value) => value switch
    {
        null => "\u001e",
        DateTimeOffset instant => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        Enum choice => choice.ToString("D"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
