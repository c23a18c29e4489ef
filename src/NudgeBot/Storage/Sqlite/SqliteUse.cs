namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// Says to other processes that a server uses the database: servers hold a lock file beside it together, a restore holds it alone.
/// The operating system lets go of it when a process ends, however it ends.
/// </summary>
internal sealed class SqliteUse(SqliteFile file) : IDisposable
{
    private FileStream? held;

    /// <summary>Where the lock file stands.</summary>
    public string LockPath => file.Path + ".lock";

    /// <summary>Takes part in using the database. Returns false while it is being replaced.</summary>
    public bool TryShare() => TryHold(FileAccess.Read, FileShare.Read);

    /// <summary>Whether no other process uses the database at this moment; to be asked before taking part in using it.</summary>
    public bool IsUnused()
    {
        if (!TryOwn())
            return false;
        held!.Dispose();
        held = null;
        return true;
    }

    /// <summary>Keeps everybody else away. Returns false while a server uses the database.</summary>
    public bool TryOwn() => TryHold(FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => held?.Dispose();

    private bool TryHold(FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        try
        {
            held ??= new FileStream(LockPath, FileMode.OpenOrCreate, access, share);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
