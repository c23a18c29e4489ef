namespace NudgeBot.Storage;

/// <summary>
/// The line in which those who write to one workspace wait, so that each sees what the one before left. SQLite has one writer for
/// everything, PostgreSQL one for each workspace.
/// </summary>
internal interface IWriterLine
{
    /// <summary>
    /// Runs a piece of work when it is its turn, first come first served, and once more where the database failed in a way that passes. Ends
    /// when what it kept is safe on the disk.
    /// </summary>
    /// <param name="workspaceId">The tenant; empty for changes that reach rows by their keys and need not wait for others.</param>
    /// <param name="work">Begins its transaction, and commits it unless it fails.</param>
    /// <param name="cancellationToken">Gives up while it is not its turn yet.</param>
    Task<T> RunAsync<T>(string workspaceId, Func<IWriterTurn, Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>The transaction of the one whose turn it is. What was begun and not committed is not kept.</summary>
internal interface IWriterTurn
{
    Task BeginAsync(BotDb db, CancellationToken cancellationToken);

    /// <summary>Keeps what was changed. Others may share the commit that makes it last: nobody is to be told before the turn is over.</summary>
    Task CommitAsync(BotDb db, CancellationToken cancellationToken);
}
