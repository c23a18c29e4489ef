namespace NudgeBot.Storage;

/// <summary>
/// Keeps events that were acknowledged before they were handled, apart from the database's one writer: while that is busy with something
/// long, platforms still want their acknowledgement in time. A note may outlive its event for a moment, never the other way round; the
/// inbox knows which events were handled.
/// </summary>
internal interface IEventNotes
{
    /// <summary>Writes a note down; it survives a power cut once this returns.</summary>
    Task AddAsync(EventNote note, CancellationToken cancellationToken);

    /// <summary>Throws the note of an event away, if there is one.</summary>
    Task RemoveAsync(EventKey key, CancellationToken cancellationToken);

    /// <summary>The notes that were written before an instant of the machine's clock, oldest first.</summary>
    Task<IReadOnlyList<EventNote>> ReadAsync(DateTimeOffset before, int most, CancellationToken cancellationToken);
}

/// <summary>An event by its platform's own id.</summary>
internal readonly record struct EventKey(string WorkspaceId, string Channel, string EventId);

/// <summary>An event that is still to be handled.</summary>
/// <param name="Key">Which one.</param>
/// <param name="At">When the note was made, by the machine's clock, UTC.</param>
/// <param name="Body">The event as JSON.</param>
internal sealed record EventNote(EventKey Key, DateTimeOffset At, string Body);
