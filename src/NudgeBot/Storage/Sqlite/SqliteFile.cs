using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace NudgeBot.Storage.Sqlite;

/// <summary>The file that the database stands in.</summary>
internal sealed class SqliteFile(IOptions<StorageOptions> options)
{
    /// <summary>Its full path; a relative one in the settings begins at the working directory.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource);

    public bool Exists => File.Exists(Path);

    /// <summary>The connection string with the full path, and the folder made, as SQLite makes files but no folders.</summary>
    public string Prepare()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        return Connect(SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>A connection string that opens only a file that is there.</summary>
    public string Connect(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder(options.Value.ConnectionString) { DataSource = Path, Mode = mode }.ConnectionString;
}
