using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Teams.In;

/// <summary>
/// Has the keys ready before anything comes, and keeps them fresh: what comes may have them read only every five minutes, so that an outage as the
/// program starts would otherwise last as long for everybody.
/// </summary>
internal sealed class TeamsKeyWorker(TeamsTokens tokens, IOptions<TeamsOptions> options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(12), First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromMinutes(5);

    private int failures;

    /// <summary>Reads them, unless they are fresh, and returns how long to wait from now.</summary>
    public async Task<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await tokens.ReadyAsync(cancellationToken))
        {
            failures = 0;
            return Rest;
        }

        var wait = First * Math.Pow(2, Math.Min(failures++, 10));
        return wait < Longest ? wait : Longest;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Test clients send no tokens, so that nobody need be asked.
        while (!options.Value.Anonymous)
            await Task.Delay(await RunOnceAsync(stoppingToken), clock, stoppingToken);
    }
}
