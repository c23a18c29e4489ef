namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// Says to other processes that a server uses the database, or that it is being replaced: whoever does so holds a lock file beside it alone.
/// The operating system lets go of it when a process ends, however it ends. Those who only look, such as the doctor, need not hold it.
/// </summary>
internal sealed class SqliteUse(SqliteFile file) : IDisposable
{
    private FileStream? held;

    /// <summary>Where the lock file stands.</summary>
    public string LockPath => file.Path + ".lock";

    /// <summary>Keeps everybody else away. Returns false while another process does.</summary>
    public bool TryOwn()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        try
        {
            held ??= new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => held?.Dispose();
}
