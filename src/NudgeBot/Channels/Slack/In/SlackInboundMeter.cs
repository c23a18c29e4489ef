using System.Diagnostics.Metrics;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Measures what comes from Slack: how soon it is acknowledged (Slack waits three seconds), and what is refused.</summary>
internal sealed class SlackInboundMeter
{
    private readonly Histogram<double> acknowledged;
    private readonly Counter<long> refused;

    public SlackInboundMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Slack.Inbound");
        acknowledged = meter.CreateHistogram(
            "nudgebot.slack.acknowledgement.duration", "s", "Time from a request's arrival to its acknowledgement, by kind and way.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3, 5] });
        refused = meter.CreateCounter<long>("nudgebot.slack.refusals", "{request}", "Requests that were not taken, by reason.");
    }

    public void Acknowledged(string kind, string way, TimeSpan time) =>
        acknowledged.Record(time.TotalSeconds, new("kind", kind), new KeyValuePair<string, object?>("way", way));

    public void Refused(string reason) => refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
