using System.Diagnostics.Metrics;

namespace NudgeBot.Inbox;

/// <summary>Counts answers that did not go with the request, and events that were refused.</summary>
internal sealed class InboxMeter
{
    private readonly Counter<long> late, refused;

    public InboxMeter(IMeterFactory meters)
    {
        var meter = meters.Create("NudgeBot.Inbox");
        late = meter.CreateCounter<long>("nudgebot.answers.late", "{answer}", "Answers that took longer than a platform waits, and followed as messages.");
        refused = meter.CreateCounter<long>("nudgebot.events.refused", "{event}", "Events that were not acknowledged, as they could not be kept in time.");
    }

    public void Late() => late.Add(1);

    public void Refused() => refused.Add(1);
}
