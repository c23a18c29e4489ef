using System.Diagnostics.Metrics;

namespace NudgeBot.Inbox;

/// <summary>Counts answers that did not go with the request.</summary>
internal sealed class InboxMeter(IMeterFactory meters)
{
    private readonly Counter<long> late = meters.Create("NudgeBot.Inbox")
        .CreateCounter<long>("nudgebot.answers.late", "{answer}", "Answers that took longer than a platform waits, and followed as messages.");

    public void Late() => late.Add(1);
}
