using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Degraded while Slack cannot be reached or refuses the token: what comes meanwhile is kept and goes out later, so NudgeBot stays ready.</summary>
internal sealed class SlackHealth(SlackStanding standing) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(standing.Problem is { } problem ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Healthy("Slack answers."));
}
