using Microsoft.Extensions.Diagnostics.HealthChecks;
using NudgeBot.Channels.Slack.Socket;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Degraded while Slack cannot be reached or refuses the token: what comes meanwhile is kept and goes out later, so NudgeBot stays ready.</summary>
internal sealed class SlackHealth(SlackStanding standing, SlackSocket socket) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(socket.Stopped is { } code ? HealthCheckResult.Degraded($"Slack refuses Socket Mode ({code}); correct Slack:AppToken and start NudgeBot again.")
            : standing.Problem is { } problem ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Healthy("Slack answers."));
}
