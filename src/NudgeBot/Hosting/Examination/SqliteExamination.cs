using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NudgeBot.Channels;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Examination;

/// <summary>What can be wrong with a file alone.</summary>
internal static class SqliteExamination
{
    private const long LeastRoom = 200L << 20;

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(SqliteFile file, DatabaseFacade database, CancellationToken cancellationToken)
    {
        var check = await database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancellationToken);
        var mode = await database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(cancellationToken);
        var room = new DriveInfo(Path.GetDirectoryName(file.Path)!).AvailableFreeSpace;
        return
        [
            new("database", $"{file.Path}, {new FileInfo(file.Path).Length:N0} bytes"),
            check is ["ok"]
                ? new("soundness", "SQLite's quick check found nothing")
                : new("database", $"damaged: {string.Join("; ", check.Take(3))}", "Stop the server, keep a copy of the file, and put a backup back with \"restore FILE\"."),
            mode == "wal"
                ? new("write-ahead log", "on")
                : new("database", $"its journal is {mode} instead of a write-ahead log", "Move it from the network drive to a local disk: the log needs shared memory."),
            room >= LeastRoom
                ? new("disk", $"{room >> 20:N0} MiB free")
                : new("disk", $"only {room >> 20:N0} MiB free", "Make room: a full disk keeps every record from being stored."),
        ];
    }
}
