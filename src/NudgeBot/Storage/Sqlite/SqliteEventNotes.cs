using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// Notes in a small file of their own beside the database, since SQLite lets one transaction of a file write at a time. What waits is
/// written together: one commit to the disk for all of it, however many came.
/// </summary>
internal sealed class SqliteEventNotes(SqliteFile file) : IEventNotes, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    private readonly ConcurrentQueue<Change> waiting = new();

    private SqliteConnection? connection;

    public Task AddAsync(EventNote note, CancellationToken cancellationToken) => WriteAsync(new(note.Key, note), cancellationToken);

    public Task RemoveAsync(EventKey key, CancellationToken cancellationToken) => WriteAsync(new(key, null), cancellationToken);

    public async Task<IReadOnlyList<EventNote>> ReadAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            using var command = Open().CreateCommand();
            command.CommandText = "SELECT WorkspaceId, Channel, EventId, At, Body FROM notes WHERE At < $before ORDER BY At, rowid LIMIT $most";
            command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$most", most);
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            List<EventNote> notes = [];
            while (await reader.ReadAsync(cancellationToken))
                notes.Add(new(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)), reader.GetString(4)));
            return notes;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        // A note that is being written at this moment is written to its end.
        one.Wait(TimeSpan.FromSeconds(5));
        connection?.Dispose();
        one.Dispose();
    }

    /// <summary>Lines a change up, and writes whatever has lined up once it is its turn, unless somebody before has written it as well.</summary>
    private async Task WriteAsync(Change change, CancellationToken cancellationToken)
    {
        waiting.Enqueue(change);
        await one.WaitAsync(cancellationToken);
        try
        {
            List<Change> together = [];
            while (waiting.TryDequeue(out var next))
                together.Add(next);
            if (together.Count > 0)
                Commit(together);
        }
        finally
        {
            one.Release();
        }

        await change.Written.Task;
    }

    private void Commit(List<Change> changes)
    {
        try
        {
            using var transaction = Open().BeginTransaction();
            foreach (var change in changes)
                Write(change, transaction);
            transaction.Commit();
            changes.ForEach(change => change.Written.SetResult());
        }
        catch (Exception error)
        {
            // Each of them hears of it from its own task.
            changes.ForEach(change => change.Written.TrySetException(error));
        }
    }

    private static void Write(Change change, SqliteTransaction transaction)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.CommandText = "DELETE FROM notes WHERE WorkspaceId = $workspace AND Channel = $channel AND EventId = $event";
        command.Parameters.AddWithValue("$workspace", change.Key.WorkspaceId);
        command.Parameters.AddWithValue("$channel", change.Key.Channel);
        command.Parameters.AddWithValue("$event", change.Key.EventId);
        if (change.Note is { } note)
        {
            command.CommandText = "INSERT OR IGNORE INTO notes (WorkspaceId, Channel, EventId, At, Body) VALUES ($workspace, $channel, $event, $at, $body)";
            command.Parameters.AddWithValue("$at", note.At.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$body", note.Body);
        }

        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        if (connection is not null)
            return connection;
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.Path + ".inbox", Pooling = false }.ConnectionString);
        opened.Open();
        using var command = opened.CreateCommand();
        // What was handled is overwritten, not only marked as free: it may be private.
        command.CommandText = """
            PRAGMA busy_timeout=1000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
            CREATE TABLE IF NOT EXISTS notes (
                WorkspaceId TEXT NOT NULL, Channel TEXT NOT NULL, EventId TEXT NOT NULL, At INTEGER NOT NULL, Body TEXT NOT NULL,
                PRIMARY KEY (WorkspaceId, Channel, EventId));
            CREATE INDEX IF NOT EXISTS notes_at ON notes (At);
            """;
        command.ExecuteNonQuery();
        return connection = opened;
    }

    private sealed record Change(EventKey Key, EventNote? Note)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
