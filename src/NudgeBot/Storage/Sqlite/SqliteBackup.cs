using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Sqlite;

/// <summary>Makes a copy of the database while it is in use, and puts one back.</summary>
internal sealed class SqliteBackup(SqliteFile file, SqliteUse use, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The size of the database in bytes.</summary>
    public long Size => file.Exists ? new FileInfo(file.Path).Length : 0;

    /// <summary>How much of a copy to this path is written.</summary>
    public static long Written(string target) => new FileInfo(Unfinished(target)) is { Exists: true } copy ? copy.Length : 0;

    /// <summary>Writes a checked copy to a new file. Returns what stood in the way, or null.</summary>
    public string? Save(string target)
    {
        if (!file.Exists)
            return $"There is no database at {file.Path}, so there is nothing to back up.";
        if (File.Exists(target))
            return $"{target} is there already and was not touched. Name a new file.";
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder))
            return $"There is no folder {folder}. Make it first.";
        var copy = Unfinished(target);
        try
        {
            SqliteCopy.Write(file.Path, copy);
            if (SqliteCopy.Fault(copy, Known()) is { } fault)
                return $"The copy cannot be used: {fault}. Run \"doctor\" to look at the database itself.";
            File.Move(copy, target);
            return null;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Puts a backup in the place of the database.</summary>
    /// <returns>Where the replaced database is kept, if there was one, or what stood in the way; then nothing was changed.</returns>
    public (string? Kept, string? Refusal) Load(string source)
    {
        if (!File.Exists(source))
            return (null, $"There is no file {source}.");
        if (Path.GetFullPath(source) == file.Path)
            return (null, $"{source} is the database itself.");
        if (SqliteCopy.Fault(source, Known()) is { } fault)
            return (null, $"{source} cannot be restored: {fault}.");
        if (!use.TryOwn() || (file.Exists && !SqliteCopy.TryClose(file.Path)))
            return (null, $"A server or another program has {file.Path} open. Stop it first, then restore.");
        var copy = Unfinished(file.Path);
        File.Delete(copy);
        SqliteCopy.Write(source, copy);
        var kept = $"{file.Path}.replaced-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        var isKept = SqliteCopy.Move(file.Path, kept);
        File.Move(copy, file.Path);
        return (isKept ? kept : null, null);
    }

    private static string Unfinished(string path) => path + ".unfinished";

    private IReadOnlyList<string> Known()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<BotDb>().Database.GetMigrations()];
    }
}
