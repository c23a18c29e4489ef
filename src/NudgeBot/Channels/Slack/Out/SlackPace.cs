using System.Collections.Concurrent;
using System.Net.Http.Headers;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// Keeps to Slack's limits (docs.slack.dev/apis/web-api/rate-limits). They hold for each method in each workspace, and for messages in
/// each channel: what has to wait says so and is tried again later, while everything else goes on.
/// </summary>
internal sealed class SlackPace(TimeProvider clock, SlackMeter meter)
{
    /// <summary>Slack takes about one message a second in a channel, and short bursts.</summary>
    private const int Burst = 3;

    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait where Slack does not say; its methods' limits are counted by the minute.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Key, DateTimeOffset> parked = new();

    /// <summary>For each channel the instant at which its bucket is full again.</summary>
    private readonly ConcurrentDictionary<Key, DateTimeOffset> full = new();

    /// <summary>Lets a call through, and counts it.</summary>
    /// <exception cref="ChannelException">It has to wait.</exception>
    public void Enter(SlackCall call)
    {
        var (now, key) = (clock.GetUtcNow(), Key.Of(call));
        if (parked.TryGetValue(key, out var until))
        {
            if (until > now)
                throw Wait(call, until - now);
            parked.TryRemove(KeyValuePair.Create(key, until));
        }

        if (call is not { Method: "chat.postMessage", Channel: not null })
            return;
        var over = TimeSpan.Zero;
        full.AddOrUpdate(key, _ => now + BetweenMessages, (_, at) =>
        {
            var next = (at > now ? at : now) + BetweenMessages;
            over = next - now - (Burst * BetweenMessages);
            return over > TimeSpan.Zero ? at : next;
        });
        if (full.Count > 10_000)
            Forget(now);
        if (over > TimeSpan.Zero)
            throw Wait(call, over);
    }

    /// <summary>Keeps calls like this one back for as long as Slack asks.</summary>
    public ChannelException Park(SlackCall call, RetryConditionHeaderValue? asked)
    {
        var now = clock.GetUtcNow();
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - now : Unsaid);
        wait = wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > Longest ? Longest : wait;
        parked[Key.Of(call)] = now + wait;
        return Wait(call, wait);
    }

    private ChannelException Wait(SlackCall call, TimeSpan wait)
    {
        meter.Waits(call.Method, wait);
        return new ChannelException($"Slack asks to wait with {call.Method}.", retryAfter: wait);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, at) in full)
        {
            if (at <= now)
                full.TryRemove(KeyValuePair.Create(key, at));
        }
    }

    private sealed record Key(string? WorkspaceId, string Method, string? Channel)
    {
        public static Key Of(SlackCall call) => new(call.WorkspaceId, call.Method, call.Channel);
    }
}
