using System.Text.Json;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Inbox;

/// <summary>Handles events that were acknowledged by a process that ended before it had handled them. A loop around a step; tests call the step.</summary>
internal sealed partial class Unfinished(
    IEventNotes notes, InHand inHand, Intake intake, Leases leases, TimeProvider clock, ILogger<Unfinished> logger) : BackgroundService
{
    /// <summary>A younger note may be of an event that another process has in hand; handling it twice at once would only be wasted.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    /// <summary>Handles what was left behind in workspaces that no other process serves, oldest first, and returns how much it was.</summary>
    public async Task<int> RunOnceAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var note in await notes.ReadAsync(before, 1000, cancellationToken))
        {
            if (inHand.Has(note.Key) || !await leases.HoldAsync(note.Key.WorkspaceId, cancellationToken))
                continue;
            await ResumeAsync(note, cancellationToken);
            count++;
        }

        return count;
    }

    private async Task ResumeAsync(EventNote note, CancellationToken cancellationToken)
    {
        Resumed(note.Key.Channel, note.Key.WorkspaceId);
        try
        {
            await intake.ResumeAsync(JsonSerializer.Deserialize(note.Body, ChatJson.Default.Incoming)!, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // One that nobody can handle must not keep the others from it.
            NotResumed(error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var again = new PeriodicTimer(Age, clock);
        // At the start this process has nothing in hand: whatever is noted was left behind.
        var before = clock.GetUtcNow();
        do
        {
            try
            {
                await RunOnceAsync(before, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                NotResumed(error);
            }

            before = clock.GetUtcNow() - Age;
        }
        while (await again.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "An event from {Channel} in workspace {WorkspaceId} was left unfinished and is handled now.")]
    private partial void Resumed(string channel, string workspaceId);

    [LoggerMessage(LogLevel.Error, "An unfinished event could not be handled and is tried again.")]
    private partial void NotResumed(Exception error);
}
