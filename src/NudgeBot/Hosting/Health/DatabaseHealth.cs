using Microsoft.Extensions.Diagnostics.HealthChecks;
using NudgeBot.Storage;

namespace NudgeBot.Hosting.Health;

/// <summary>Ready while the database answers and has this program's schema.</summary>
internal sealed class DatabaseHealth(Migrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
            return HealthCheckResult.Unhealthy(refusal);
        var missing = await migrator.MissingAsync(cancellationToken);
        return missing.Count == 0
            ? HealthCheckResult.Healthy("The database answers and is up to date.")
            : HealthCheckResult.Unhealthy($"The database lacks {string.Join(", ", missing)}; run \"migrate\".");
    }
}
