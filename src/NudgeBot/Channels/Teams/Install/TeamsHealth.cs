using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Install;

/// <summary>
/// Degraded while Entra gives no token, or Teams' keys cannot be read: what is to be sent is kept and goes out later, so NudgeBot stays ready.
/// </summary>
internal sealed class TeamsHealth(TeamsSignIn signIn, TeamsTokens tokens, IOptions<TeamsOptions> options, TimeProvider clock) : IHealthCheck
{
    /// <summary>Probes come every few seconds; Entra is not asked more often than this.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private volatile Asked? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (tokens.LacksKeys)
            return HealthCheckResult.Degraded($"What Teams sends is refused, since the keys at {TeamsClouds.All[options.Value.Cloud].Metadata.Host} could not be read. Let this machine reach that host.");
        if (last is not { } asked || clock.GetUtcNow() - asked.At >= Rest)
            last = asked = new(clock.GetUtcNow(), await ProblemAsync(cancellationToken));
        return asked.Problem is { } problem ? HealthCheckResult.Degraded(problem)
            : HealthCheckResult.Healthy(options.Value.Anonymous ? "Test clients are served without tokens." : "Microsoft Entra gives tokens for Teams.");
    }

    private async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await signIn.TokenAsync(anew: false, cancellationToken);
            return null;
        }
        catch (ChannelException refused)
        {
            return $"{refused.Message} Everything is kept and goes out later; run \"doctor\" for the next step.";
        }
    }

    private sealed record Asked(DateTimeOffset At, string? Problem);
}
