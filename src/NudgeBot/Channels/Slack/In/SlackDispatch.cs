using System.Text.Json;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Everything that comes from Slack passes here, over HTTP and over sockets alike, after it is known to be Slack's.</summary>
internal sealed partial class SlackDispatch(
    SlackCommands commands, SlackInteractions interactions, SlackEvents events, SlackInboundMeter meter, TimeProvider clock, ILogger<SlackDispatch> logger)
{
    /// <summary>Slack waits for three seconds; the rest is for the way back.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.8);

    private static readonly string[] KnownInteractions = ["block_actions", "view_submission", "view_closed", "shortcut", "message_action", "block_suggestion"];

    /// <summary>Handles a request and says how to acknowledge it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="payload">The JSON; a command's fields as such.</param>
    /// <param name="way">http or socket, for the measurements.</param>
    public async Task<SlackAcknowledgement> HandleAsync(SlackKind kind, JsonElement payload, string way)
    {
        var start = clock.GetTimestamp();
        try
        {
            var acknowledgement = await InTimeAsync(kind, payload);
            if (acknowledgement.Outcome is not SlackOutcome.Taken)
                meter.Refused(acknowledgement.Outcome is SlackOutcome.Broken ? "broken" : "busy");
            return acknowledgement;
        }
        catch (JsonException error)
        {
            // Only where it is wrong is told, never what stands there.
            Unreadable(kind, error.Path);
            return Broken();
        }
        catch (ChannelException)
        {
            // The token ended and is being renewed.
            meter.Refused("busy");
            return SlackAcknowledgement.Later;
        }
        finally
        {
            meter.Acknowledged(Label(kind, payload), way, clock.GetElapsedTime(start));
        }
    }

    /// <summary>What could not even be taken apart.</summary>
    public SlackAcknowledgement Broken()
    {
        meter.Refused("broken");
        return SlackAcknowledgement.Broken;
    }

    /// <summary>What takes too long is told to come again, and goes on: every handler may run twice.</summary>
    private async Task<SlackAcknowledgement> InTimeAsync(SlackKind kind, JsonElement payload)
    {
        using var waited = new CancellationTokenSource();
        var end = Task.Delay(Longest, clock, waited.Token);
        var work = kind switch
        {
            SlackKind.Command => commands.HandleAsync(payload),
            SlackKind.Interaction => interactions.HandleAsync(payload),
            _ => events.HandleAsync(payload),
        };
        var isInTime = await Task.WhenAny(work, end) == work;
        await waited.CancelAsync();
        if (isInTime)
            return await work;
        _ = work.ContinueWith(late => Failed(late.Exception!, kind), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return SlackAcknowledgement.Later;
    }

    private static string Label(SlackKind kind, JsonElement payload) => kind switch
    {
        SlackKind.Command => "command",
        SlackKind.Event => "event",
        _ => SlackReader.Text(payload, "type") is { } type && KnownInteractions.Contains(type) ? type : "other",
    };

    [LoggerMessage(LogLevel.Error, "A {Kind} of Slack's took too long and failed; where Slack sends it again it is tried again.")]
    private partial void Failed(Exception error, SlackKind kind);

    [LoggerMessage(LogLevel.Warning, "A {Kind} of Slack's could not be read, at {Path}; nothing was stored.")]
    private partial void Unreadable(SlackKind kind, string? path);
}
