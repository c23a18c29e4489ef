using System.Diagnostics.Metrics;

namespace NudgeBot.Channels.Teams;

/// <summary>Counts the calls to Teams and what comes from it.</summary>
internal sealed class TeamsMeter
{
    private readonly Counter<long> calls;
    private readonly Counter<long> refused;
    private readonly Histogram<double> answered;

    public TeamsMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Teams");
        calls = meter.CreateCounter<long>("nudgebot.teams.calls", "{call}", "Calls to Teams by kind and outcome: ok, refused, limited or failed.");
        refused = meter.CreateCounter<long>("nudgebot.teams.refusals", "{request}", "Requests that were not taken, by reason.");
        answered = meter.CreateHistogram(
            "nudgebot.teams.answer.duration", "s", "Time from a request's arrival to its answer, by kind.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3, 5, 10] });
    }

    public void Called(string what, string outcome) =>
        calls.Add(1, new KeyValuePair<string, object?>("call", what), new KeyValuePair<string, object?>("outcome", outcome));

    public void Refused(string reason) => refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Answered(string kind, TimeSpan time) => answered.Record(time.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
}
