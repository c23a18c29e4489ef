using System.Xml;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Local;

/// <summary>Moves the built-in workspace's time forward, stopping at everything that falls due on the way.</summary>
internal sealed class LocalClock(
    WorkspaceTime time, TimeProvider clock, DeliveryWorker worker, UnitOfWork unitOfWork, LocalStream stream) : IDisposable
{
    /// <summary>The most that one step may be; more steps go further.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366 * 20);

    private readonly SemaphoreSlim one = new(1, 1);

    public DateTimeOffset Now => time.Now(LocalWorkspace.Id);

    /// <summary>Reads an ISO 8601 duration such as P6W, P1D or PT2H; null when it is none, or goes backward or too far.</summary>
    public static TimeSpan? Read(string? advance)
    {
        try
        {
            // XmlConvert knows no weeks; in ISO 8601 they stand alone (PnW).
            var span = advance is ['P', .. { } weeks, 'W'] && int.TryParse(weeks, out var count)
                ? TimeSpan.FromDays(7 * count)
                : XmlConvert.ToTimeSpan(advance ?? "");
            return span > TimeSpan.Zero && span <= Longest ? span : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Moves the clock, running what falls due in order. Returns the new time, or null when another process serves the workspace.</summary>
    public async Task<DateTimeOffset?> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var target = Now + by;
            DateTimeOffset? left = null;
            while (await worker.NextAsync(LocalWorkspace.Id, cancellationToken) is { } next && next <= target)
            {
                if (next > Now)
                    await MoveToAsync(next, cancellationToken);
                if (await worker.RunWorkspaceAsync(LocalWorkspace.Id, cancellationToken))
                    left = null;
                else if (left == next)
                    return null;
                else
                    left = next;
            }

            if (target > Now)
                await MoveToAsync(target, cancellationToken);
            return Now;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var offset = instant - clock.GetUtcNow();
        await unitOfWork.RunAsync(LocalWorkspace.Id, "", services => services.GetRequiredService<BotDb>().Set<Workspace>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClockOffset, offset), cancellationToken), cancellationToken);
        time.Shift(LocalWorkspace.Id, offset);
        stream.Publish(Now);
    }

    public void Dispose() => one.Dispose();
}
