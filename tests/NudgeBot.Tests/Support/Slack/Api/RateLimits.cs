using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Token buckets per method and installation; for messages, per channel too. A refusal parks its own bucket and no other.</summary>
internal sealed class RateLimits(SlackWorld world)
{
    private readonly Dictionary<string, Bucket> buckets = [];

    /// <summary>Seconds to wait, or null where the call may pass.</summary>
    public int? Refuse(ApiMethod method, ApiCall call)
    {
        if (call.Token?.Installation is not { } installation)
            return null;
        var waits = Keys(method, call).Select(key => Wait($"{installation.BotId} {method.Name} {key.Name}", key.Burst, key.PerSecond)).Where(wait => wait > 0).ToList();
        return waits.Count > 0 ? waits.Max() : null;
    }

    private IEnumerable<(string Name, double Burst, double PerSecond)> Keys(ApiMethod method, ApiCall call)
    {
        if (world.Options.HistoryLimits && method.Name is ("conversations.history" or "conversations.replies"))
            yield return ("", 1, 1 / 60.0);
        if (!world.Options.RateLimits)
            yield break;
        if (method.Name is "chat.postMessage")
        {
            yield return (call.Text("channel") ?? "", 3, 1);
            yield return ("all", 300, 5);
        }
        else if (method.PerMinute > 0)
        {
            yield return ("", method.PerMinute, method.PerMinute / 60.0);
        }
    }

    private int Wait(string name, double burst, double perSecond)
    {
        var now = world.Now;
        if (!buckets.TryGetValue(name, out var bucket))
            buckets[name] = bucket = new() { Left = burst, At = now };
        bucket.Left = Math.Min(burst, bucket.Left + ((now - bucket.At).TotalSeconds * perSecond));
        bucket.At = now;
        if (now >= bucket.ParkedUntil && bucket.Left >= 1)
        {
            bucket.Left--;
            return 0;
        }

        var seconds = Math.Max(1, (int)Math.Ceiling((1 - bucket.Left) / perSecond));
        if (now >= bucket.ParkedUntil)
            bucket.ParkedUntil = now.AddSeconds(seconds);
        return Math.Max(1, (int)Math.Ceiling((bucket.ParkedUntil - now).TotalSeconds));
    }

    private sealed class Bucket
    {
        public double Left { get; set; }

        public DateTimeOffset At { get; set; }

        public DateTimeOffset ParkedUntil { get; set; }
    }
}
