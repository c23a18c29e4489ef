using Microsoft.Extensions.Diagnostics.HealthChecks;
using NudgeBot.Delivery;

namespace NudgeBot.Hosting.Health;

/// <summary>Ready while the delivery worker's loop goes round.</summary>
internal sealed class WorkerHealth(DeliveryWorker worker, TimeProvider clock) : IHealthCheck
{
    /// <summary>The loop goes round every second, and within a long pass it says after each workspace that it lives.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(worker.LastSeen is { } seen && clock.GetUtcNow() - seen < Patience
            ? HealthCheckResult.Healthy("The delivery worker is alive.")
            : HealthCheckResult.Unhealthy("The delivery worker does not move; restart the program and look into its log."));
}
