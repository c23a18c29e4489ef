using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Delivery;
using NudgeBot.Inbox;
using NudgeBot.Storage;

namespace NudgeBot.Hosting.Retention;

/// <summary>
/// Once a day throws away what the machinery noted for itself and no longer needs (handled events, and the text of old messages), and
/// the workspaces that removed NudgeBot long ago.
/// </summary>
internal sealed partial class Pruning(
    IServiceScopeFactory scopes, RemovedWorkspaces removed, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<Pruning> logger) : BackgroundService
{
    /// <summary>Prunes once, and returns how many events were thrown away and how many messages lost their text.</summary>
    public async Task<(int Events, int Texts)> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var handledBefore = clock.GetUtcNow().AddDays(-options.Value.InboxDays);
        var events = await db.Set<InboxEntry>().IgnoreQueryFilters([BotDb.OwnerFilter]).Where(row => row.At < handledBefore).ExecuteDeleteAsync(cancellationToken);
        var sentBefore = clock.GetUtcNow().AddDays(-options.Value.DeliveryTextDays);
        var texts = await db.Set<Outgoing>().IgnoreQueryFilters([BotDb.OwnerFilter])
            .Where(row => row.CreatedAt < sentBefore && row.Body != "" && (row.State == DeliveryState.Sent || row.State == DeliveryState.Failed))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, ""), cancellationToken);
        Pruned(events, texts);
        await removed.EraseAsync(cancellationToken);
        return (events, texts);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                PruningFailed(error);
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Pruned {Events} handled events and the texts of {Texts} messages.")]
    private partial void Pruned(int events, int texts);

    [LoggerMessage(LogLevel.Error, "Pruning failed and will be tried again tomorrow.")]
    private partial void PruningFailed(Exception error);
}
