using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Examination;

/// <summary>Looks at the database: its schema, its soundness, whether it can be written, and whether there is room to grow.</summary>
internal static class DatabaseExamination
{
    private const long LeastRoom = 200L << 20;

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (file, migrator) = (services.GetRequiredService<SqliteFile>(), services.GetRequiredService<Migrator>());
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDb>().Database;

        List<Finding> findings = [new("database", $"{file.Path}, {new FileInfo(file.Path).Length:N0} bytes")];
        var missing = await migrator.MissingAsync(cancellationToken);
        if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
            findings.Add(new("database", "made by a newer version", refusal));
        else
            findings.Add(missing.Count == 0 ? new("schema", "up to date") : new("database", $"it lacks {string.Join(", ", missing)}", "Run \"migrate\", or start the server."));

        var check = await database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancellationToken);
        findings.Add(check is ["ok"]
            ? new("soundness", "SQLite's quick check found nothing")
            : new("database", $"damaged: {string.Join("; ", check.Take(3))}", "Stop the server, keep a copy of the file, and put a backup back with \"restore FILE\"."));

        var mode = await database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(cancellationToken);
        findings.Add(mode == "wal"
            ? new("write-ahead log", "on")
            : new("database", $"its journal is {mode} instead of a write-ahead log", "Move it from the network drive to a local disk: the log needs shared memory."));

        // SQLite begins a transaction of this kind with the lock for writing (sqlite.org/lang_transaction.html).
        await using (var transaction = await database.BeginTransactionAsync(cancellationToken))
            await transaction.RollbackAsync(cancellationToken);
        findings.Add(new("writing", "possible"));

        var room = new DriveInfo(Path.GetDirectoryName(file.Path)!).AvailableFreeSpace;
        findings.Add(room >= LeastRoom
            ? new("disk", $"{room >> 20:N0} MiB free")
            : new("disk", $"only {room >> 20:N0} MiB free", "Make room: a full disk keeps every record from being stored."));
        return findings;
    }
}
