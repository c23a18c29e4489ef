namespace NudgeBot.Inbox;

/// <summary>Settles once whether an answer goes with the request or follows as a message, whichever side asks first.</summary>
internal sealed class Promptness
{
    private const int Open = 0, Prompt = 1, Late = 2;

    private readonly TaskCompletionSource<Task> note = new();

    private int state = Open;

    /// <summary>One that is late from the start, as nobody waits any more.</summary>
    public static Promptness Lost()
    {
        var lost = new Promptness { state = Late };
        lost.note.SetResult(Task.CompletedTask);
        return lost;
    }

    public bool IsLate => state == Late;

    public bool TryBePrompt() => Interlocked.CompareExchange(ref state, Prompt, Open) != Late;

    public bool TryBeLate() => Interlocked.CompareExchange(ref state, Late, Open) == Open;

    /// <summary>Says by which task the late event is noted.</summary>
    public void NotedBy(Task writing) => note.SetResult(writing);

    /// <summary>Ends when the note of a late event has been tried, well or not.</summary>
    public async Task NotedAsync() => await (await note.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
