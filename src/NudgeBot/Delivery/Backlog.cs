namespace NudgeBot.Delivery;

/// <summary>What is waiting in all workspaces together: numbers for operators, nothing about anybody.</summary>
/// <param name="Waiting">Deliveries that were to be sent before the asked instant, and were not.</param>
/// <param name="Overdue">Schedules that were due before it, and were not run.</param>
/// <param name="LastSentAt">When the last delivery was sent, by its workspace's clock.</param>
/// <param name="FailedLately">Deliveries given up in the last seven days.</param>
/// <param name="Reasons">Why those were given up.</param>
/// <param name="Failing">Kinds of schedules whose handler failed when it was last tried.</param>
internal sealed record Backlog(
    int Waiting, int Overdue, DateTimeOffset? LastSentAt, int FailedLately, IReadOnlyList<string> Reasons, IReadOnlyList<string> Failing);
