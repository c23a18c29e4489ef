using Microsoft.Data.Sqlite;

namespace NudgeBot.Storage.Sqlite;

/// <summary>Copies a database and looks into copies.</summary>
internal static class SqliteCopy
{
    /// <summary>What the names of a database's files end with (sqlite.org/tempfiles.html).</summary>
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    /// <summary>
    /// Copies page by page within one read of the source, so that the copy is of one instant while others write
    /// (sqlite.org/backup.html), and leaves a single file.
    /// </summary>
    public static void Write(string sourcePath, string targetPath)
    {
        using var source = Open(sourcePath, SqliteOpenMode.ReadWrite);
        using var target = Open(targetPath, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        Ask(target, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Says what is wrong with a file, or null when it is a sound database of NudgeBot's.</summary>
    /// <param name="path">The file.</param>
    /// <param name="known">The migrations that this program has.</param>
    public static string? Fault(string path, IEnumerable<string> known)
    {
        try
        {
            using var file = Open(path, SqliteOpenMode.ReadOnly);
            if (Ask(file, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0)
                return "it is not a database of NudgeBot's";
            var applied = Ask(file, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
            var newer = applied.Except(known).ToList();
            if (newer.Count > 0)
                return $"it was made by a newer version of NudgeBot (it has {string.Join(", ", newer)})";
            var check = Ask(file, "PRAGMA integrity_check(3)");
            return check is ["ok"] ? null : $"it is damaged ({string.Join("; ", check)})";
        }
        catch (SqliteException error)
        {
            return $"SQLite cannot read it ({error.SqliteErrorCode}: {error.Message})";
        }
    }

    /// <summary>
    /// Folds the write-ahead log into the file, which SQLite only does while nobody else has it open. Returns false when somebody has; one that is
    /// damaged stays as it is.
    /// </summary>
    public static bool TryClose(string path)
    {
        try
        {
            using var file = Open(path, SqliteOpenMode.ReadWrite);
            return Ask(file, "PRAGMA journal_mode=DELETE") is ["delete"];
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            // 5 is SQLITE_BUSY and 6 SQLITE_LOCKED (sqlite.org/rescode.html).
            return false;
        }
        catch (SqliteException error) when (StorageFault.IsDamage(error))
        {
            return true;
        }
    }

    /// <summary>
    /// Moves a database with whatever stands beside it, so that no log of one is taken for another's, also where only that is left. Returns whether
    /// there was anything.
    /// </summary>
    public static bool Move(string from, string to)
    {
        List<string> parts = [.. Parts.Where(part => File.Exists(from + part))];
        parts.ForEach(part => File.Move(from + part, to + part));
        return parts.Count > 0;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<string> Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The questions above are constants.
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string> answers = [];
        while (reader.Read())
            answers.Add(reader.GetString(0));
        return answers;
    }
}
