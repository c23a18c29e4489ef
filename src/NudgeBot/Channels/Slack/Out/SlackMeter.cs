using System.Diagnostics.Metrics;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Counts the calls to Slack by method and by what became of them, and measures how long Slack's limits keep them back.</summary>
internal sealed class SlackMeter
{
    private readonly Counter<long> calls;
    private readonly Histogram<double> waits;

    public SlackMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Slack");
        calls = meter.CreateCounter<long>("nudgebot.slack.calls", "{call}", "Calls to Slack by method and outcome: ok, refused, limited or failed.");
        waits = meter.CreateHistogram(
            "nudgebot.slack.waits", "s", "How long calls to Slack have to wait for its limits, by method.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 300, 900] });
    }

    public void Called(string method, string outcome) =>
        calls.Add(1, new KeyValuePair<string, object?>("method", method), new KeyValuePair<string, object?>("outcome", outcome));

    public void Waits(string method, TimeSpan wait) => waits.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("method", method));
}
