namespace NudgeBot.Delivery;

/// <summary>Wakes the worker at once when there may be something to send. Only a hint: what is to be done stands in the database.</summary>
internal sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Waits until woken or until the time has passed.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => signal.WaitAsync(longest, cancellationToken);

    public void Dispose() => signal.Dispose();
}
