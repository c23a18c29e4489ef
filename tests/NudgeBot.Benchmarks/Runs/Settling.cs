using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>Waits for what is still on its way.</summary>
internal static class Settling
{
    /// <summary>Ends when nothing was said to Slack for so long, or after five times as long at the latest.</summary>
    public static async Task SettledAsync(this FakeSlack slack, TimeSpan quiet)
    {
        var (last, since) = (slack.Calls.Count, TimeProvider.System.GetTimestamp());
        var start = since;
        while (TimeProvider.System.GetElapsedTime(since) < quiet && TimeProvider.System.GetElapsedTime(start) < quiet * 5)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            if (slack.Calls.Count != last)
                (last, since) = (slack.Calls.Count, TimeProvider.System.GetTimestamp());
        }
    }
}
