namespace NudgeBot.Tests.Support.Slack;

/// <summary>What a run under load came to.</summary>
/// <param name="Sent">Commands, clicks, submissions and events.</param>
/// <param name="Late">Not acknowledged within the deadline.</param>
/// <param name="Failed">Answered by an error, or in a form that Slack does not take.</param>
/// <param name="Silent">Commands that no message, modal or acknowledgement with a body answered.</param>
/// <param name="Repeated">Commands answered more than once.</param>
/// <param name="Duplicates">Delivery ids that more than one message carries.</param>
internal sealed record SlackCount(int Sent, int Late, int Failed, int Silent, int Repeated, int Duplicates, TimeSpan Median, TimeSpan P99, TimeSpan Slowest);

/// <summary>Counts, for runs under load.</summary>
internal sealed partial class FakeSlack
{
    /// <summary>Sums up everything that was sent so far, or what <paramref name="which"/> picks.</summary>
    public SlackCount Count(Func<SlackDelivery, bool>? which = null)
    {
        var sent = Deliveries.Where(which ?? (_ => true)).ToList();
        Dictionary<string, int> answers;
        lock (world.Gate)
        {
            answers = world.Messages.Where(message => message.AnswerTo is not null).Select(message => message.AnswerTo!)
                .Concat(world.Calls.Where(call => call is { Method: "views.open", Error: null }).Select(call => call["trigger_id"] ?? ""))
                .CountBy(trigger => trigger).ToDictionary();
        }

        var commands = sent.Where(delivery => delivery.Kind is "command").Select(delivery => answers.GetValueOrDefault(delivery.TriggerId)).ToList();
        var times = sent.Select(delivery => delivery.Elapsed).Order().ToList();
        return new(
            sent.Count,
            sent.Count(delivery => delivery.Error is "operation_timeout"),
            sent.Count(delivery => delivery.Error is not (null or "operation_timeout")),
            commands.Count(count => count == 0),
            commands.Count(count => count > 1),
            DuplicateDeliveries().Count,
            At(times, 0.5),
            At(times, 0.99),
            At(times, 1));
    }

    private static TimeSpan At(List<TimeSpan> sorted, double share) => sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}
