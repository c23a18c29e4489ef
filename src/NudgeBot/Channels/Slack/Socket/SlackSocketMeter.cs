using System.Diagnostics.Metrics;

namespace NudgeBot.Channels.Slack.Socket;

/// <summary>Measures Socket Mode: what is connected, what Slack believes to be connected, and what broke.</summary>
internal sealed class SlackSocketMeter
{
    private readonly Counter<long> ended;
    private readonly Counter<long> unacknowledged;
    private int held;
    private int? announced;

    public SlackSocketMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Slack.Socket");
        ended = meter.CreateCounter<long>("nudgebot.slack.socket.ended", "{connection}", "Connections that ended, by reason.");
        unacknowledged = meter.CreateCounter<long>("nudgebot.slack.socket.unacknowledged", "{envelope}", "Envelopes whose acknowledgement did not get through.");
        meter.CreateObservableGauge("nudgebot.slack.socket.held", () => Held, "{connection}", "Connections that this process holds.");
        meter.CreateObservableGauge<int>(
            "nudgebot.slack.socket.announced", () => announced is { } known ? [new(known)] : [], "{connection}",
            "Connections of the app that Slack counted when the last one began. More than all processes hold means that some are dead.");
    }

    public int Held => Volatile.Read(ref held);

    public void Began(int counted)
    {
        Interlocked.Increment(ref held);
        announced = counted;
    }

    public void Ended(string reason)
    {
        Interlocked.Decrement(ref held);
        ended.Add(1, new KeyValuePair<string, object?>("reason", reason));
    }

    public void Unacknowledged() => unacknowledged.Add(1);
}
