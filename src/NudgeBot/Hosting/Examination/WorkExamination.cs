using NudgeBot.Channels;
using NudgeBot.Delivery;

namespace NudgeBot.Hosting.Examination;

/// <summary>Looks at what should have happened by now: deliveries and schedules.</summary>
internal static class WorkExamination
{
    /// <summary>The worker looks every second; what waits longer than this waits for somebody.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var backlog = await scope.ServiceProvider.GetRequiredService<BacklogReader>().ReadAsync(Late, cancellationToken);
        return
        [
            new("deliveries", backlog.LastSentAt is { } last ? $"the last one was sent {last:u}" : "none was sent yet"),
            backlog.Waiting == 0
                ? new("waiting messages", "none is late")
                : new("waiting messages", $"{backlog.Waiting} late by more than {Late.TotalMinutes} minutes", "Start the server if it is off; else look for \"could not be sent\" in its log."),
            backlog.FailedLately == 0
                ? new("given up", "nothing in the last seven days")
                : new("given up", $"{backlog.FailedLately} in the last seven days: {string.Join("; ", backlog.Reasons)}", "Look for \"could not be sent\" in the log, and check the platform's settings."),
            backlog.Overdue == 0
                ? new("schedules", "none is overdue")
                : new("schedules", $"{backlog.Overdue} overdue by more than {Late.TotalMinutes} minutes", "Start the server if it is off; else look for \"failed and will be tried again\" in its log."),
            backlog.Failing.Count == 0
                ? new("handlers", "none is failing")
                : new("handlers", $"failing: {string.Join(", ", backlog.Failing)}", "Look for \"failed and will be tried again\" in the log, and report it with what stands there."),
        ];
    }
}
