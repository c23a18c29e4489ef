namespace NudgeBot.Inbox;

/// <summary>
/// Settles between an event's work and whoever waits for it whether the answer goes with the request or follows as a message, and whether
/// anything of it may be kept at all: whoever was told that nothing was stored must not find it stored later.
/// </summary>
internal sealed class Promptness
{
    private readonly TaskCompletionSource<Task> note = new();

    private readonly Lock gate = new();

    private bool late, kept, noted, givenUp;

    /// <summary>One that is late from the start, as nobody waits any more.</summary>
    public static Promptness Lost()
    {
        var lost = new Promptness { late = true, noted = true };
        lost.note.SetResult(Task.CompletedTask);
        return lost;
    }

    public bool IsLate => Volatile.Read(ref late);

    /// <summary>Whether a late event's note stands, so that it is handled even if the process ends.</summary>
    public bool IsNoted => Volatile.Read(ref noted);

    public bool IsGivenUp => Volatile.Read(ref givenUp);

    /// <summary>The work's side, before what it did is kept: from here on it is not given up any more. Returns whether the answer goes with the request.</summary>
    /// <exception cref="OperationCanceledException">It was given up: nothing of it may be kept.</exception>
    public bool Settle()
    {
        lock (gate)
        {
            if (givenUp)
                throw new OperationCanceledException("Whoever waited was told that nothing was stored.");
            kept = true;
            return !late;
        }
    }

    /// <summary>The waiting side, when the answer has to follow. Returns false where the work has settled already.</summary>
    public bool TryBeLate()
    {
        lock (gate)
            return !kept && (late = true);
    }

    /// <summary>When the note of a late event is written. Returns false where it was given up meanwhile.</summary>
    public bool TryStand()
    {
        lock (gate)
            return !givenUp && (noted = true);
    }

    /// <summary>The waiting side, when nothing was kept in time. Returns false where something stands, or is being kept just now.</summary>
    public bool TryGiveUp()
    {
        lock (gate)
            return !kept && !noted && (givenUp = true);
    }

    /// <summary>Says by which task the late event is noted.</summary>
    public void NotedBy(Task writing) => note.SetResult(writing);

    /// <summary>Ends when the note of a late event has been tried, well or not.</summary>
    public async Task NotedAsync() => await (await note.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
