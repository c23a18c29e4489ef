using System.Diagnostics.Metrics;

namespace NudgeBot.Delivery;

/// <summary>Counts deliveries and measures the worker.</summary>
internal sealed class DeliveryMeter
{
    private readonly Counter<long> deliveries;
    private readonly Histogram<double> passes;
    private Backlog? last;

    public DeliveryMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Delivery");
        deliveries = meter.CreateCounter<long>("nudgebot.deliveries", "{delivery}", "Deliveries by what became of them: sent, failed or retried.");
        passes = meter.CreateHistogram(
            "nudgebot.worker.pass.duration", "s", "Time for which the delivery worker served a workspace at a stretch.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60] });
        meter.CreateObservableGauge("nudgebot.deliveries.waiting", () => Seen(last?.Waiting), "{delivery}", "Deliveries that are due and not sent.");
        meter.CreateObservableGauge("nudgebot.schedules.overdue", () => Seen(last?.Overdue), "{schedule}", "Schedules that are due and not run.");
    }

    public void Sent() => Count("sent");

    public void Retried() => Count("retried");

    public void Failed() => Count("failed");

    public void Passed(TimeSpan duration) => passes.Record(duration.TotalSeconds);

    /// <summary>Shows how much is waiting, as the worker saw it last.</summary>
    public void Saw(Backlog backlog) => last = backlog;

    private void Count(string state) => deliveries.Add(1, new KeyValuePair<string, object?>("state", state));

    private static IEnumerable<Measurement<int>> Seen(int? value) => value is { } known ? [new(known)] : [];
}
