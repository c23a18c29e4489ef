using System.Collections.Concurrent;
using NudgeBot.Storage;

namespace NudgeBot.Inbox;

/// <summary>The events that this process is handling now. There is an end to how many, so that a flood cannot fill the memory.</summary>
/// <param name="most">How many at once.</param>
internal sealed class InHand(int most)
{
    private readonly ConcurrentDictionary<EventKey, int> events = new();

    private int count;

    /// <summary>Takes an event on. Returns false when there are too many.</summary>
    public bool TryTake(EventKey key)
    {
        if (Interlocked.Increment(ref count) > most)
        {
            Interlocked.Decrement(ref count);
            return false;
        }

        events.AddOrUpdate(key, 1, (_, times) => times + 1);
        return true;
    }

    public void Release(EventKey key)
    {
        Interlocked.Decrement(ref count);
        // A repetition that came meanwhile holds it still.
        while (events.TryGetValue(key, out var times) && !(times == 1 ? events.TryRemove(new(key, times)) : events.TryUpdate(key, times - 1, times)))
        {
        }
    }

    public bool Has(EventKey key) => events.ContainsKey(key);
}
