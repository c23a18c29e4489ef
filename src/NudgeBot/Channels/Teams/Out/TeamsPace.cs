using System.Collections.Concurrent;
using System.Net.Http.Headers;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// Keeps to Teams' limits (learn.microsoft.com, "Optimize your bot with rate limiting in Teams"): in each conversation 7 messages in a
/// second, 8 in two, 60 in thirty and 1,800 in an hour, and twice as many questions; in each tenant 50 calls a second. What has to wait says so
/// and is tried again later.
/// </summary>
internal sealed class TeamsPace(TimeProvider clock)
{
    private const int MostKept = 10_000;

    private static readonly (int Most, TimeSpan Time)[] OfSending =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private static readonly (int Most, TimeSpan Time)[] OfAsking = [.. OfSending.Select(limit => (2 * limit.Most, limit.Time))];

    private static readonly (int Most, TimeSpan Time)[] OfTenants = [(50, TimeSpan.FromSeconds(1))];

    /// <summary>How long to wait at first where Teams does not say, doubling up to the longest; and the most that is believed when it says.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromMinutes(15), MostAsked = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Line> lines = new();

    /// <summary>Lets a call through, and counts it.</summary>
    /// <exception cref="ChannelException">It has to wait.</exception>
    public void Enter(TeamsCall call)
    {
        var now = clock.GetUtcNow();
        if (lines.Count > MostKept)
            Forget(now);
        var wait = Of(call.WorkspaceId).Wait(now, OfTenants);
        if (wait <= TimeSpan.Zero)
            wait = Of(Key(call)).Enter(now, call.Method == HttpMethod.Get ? OfAsking : OfSending);
        if (wait > TimeSpan.Zero)
            throw new ChannelException($"Teams' limits keep {call.What} back.", retryAfter: wait);
        Of(call.WorkspaceId).Count(now, OfTenants);
    }

    /// <summary>Keeps calls like this one back for as long as Teams asks, or longer each time.</summary>
    public ChannelException Park(TeamsCall call, RetryConditionHeaderValue? asked)
    {
        var now = clock.GetUtcNow();
        var wait = Of(Key(call)).Park(now, asked?.Delta ?? (asked?.Date - now));
        return new ChannelException($"Teams asks to wait with {call.What}.", retryAfter: wait);
    }

    /// <summary>A call went through: the next wait begins small again.</summary>
    public void Passed(TeamsCall call) => Of(Key(call)).Passed();

    private static string Key(TeamsCall call) => $"{call.WorkspaceId} {call.ConversationId} {call.Method == HttpMethod.Get}";

    private Line Of(string key) => lines.GetOrAdd(key, _ => new());

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, line) in lines)
        {
            if (line.IsIdle(now))
                lines.TryRemove(KeyValuePair.Create(key, line));
        }
    }

    /// <summary>What went through lately, and until when nothing may.</summary>
    private sealed class Line
    {
        private readonly Lock gate = new();
        private readonly Queue<DateTimeOffset> passed = new();
        private DateTimeOffset parked;
        private int refusals;

        public TimeSpan Wait(DateTimeOffset now, (int Most, TimeSpan Time)[] limits)
        {
            lock (gate)
            {
                while (passed.TryPeek(out var at) && now - at > limits[^1].Time)
                    passed.Dequeue();
                var wait = parked - now;
                foreach (var (most, time) in limits)
                {
                    if (passed.Count >= most && passed.ElementAt(passed.Count - most) + time - now is var until && until > wait)
                        wait = until;
                }

                return wait;
            }
        }

        public TimeSpan Enter(DateTimeOffset now, (int Most, TimeSpan Time)[] limits)
        {
            lock (gate)
            {
                var wait = Wait(now, limits);
                if (wait <= TimeSpan.Zero)
                    passed.Enqueue(now);
                return wait;
            }
        }

        public void Count(DateTimeOffset now, (int Most, TimeSpan Time)[] limits)
        {
            lock (gate)
            {
                _ = Wait(now, limits);
                passed.Enqueue(now);
            }
        }

        public TimeSpan Park(DateTimeOffset now, TimeSpan? asked)
        {
            lock (gate)
            {
                var (wait, most) = asked is { } told ? (told, MostAsked) : (First * Math.Pow(2, Math.Min(refusals++, 10)) * (0.75 + (0.5 * Random.Shared.NextDouble())), Longest);
                wait = wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > most ? most : wait;
                parked = now + wait;
                return wait;
            }
        }

        public void Passed()
        {
            lock (gate)
                refusals = 0;
        }

        public bool IsIdle(DateTimeOffset now)
        {
            lock (gate)
                return parked <= now && refusals == 0 && (passed.Count == 0 || now - passed.Last() > TimeSpan.FromMinutes(1));
        }
    }
}
