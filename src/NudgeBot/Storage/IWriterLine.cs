namespace NudgeBot.Storage;

/// <summary>
/// The line in which those who write to one workspace wait, so that each sees what the one before left. SQLite has one writer for
/// everything, PostgreSQL one for each workspace.
/// </summary>
internal interface IWriterLine
{
    /// <summary>Runs a piece of work when it is its turn, first come first served, and once more where the database failed in a way that passes.</summary>
    Task<T> RunAsync<T>(string workspaceId, Func<Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Keeps the workspace to the transaction that has just begun.</summary>
    Task LockAsync(BotDb db, string workspaceId, CancellationToken cancellationToken);
}
