using System.Text.Json;

namespace NudgeBot.Channels.Slack;

/// <summary>Everything that comes from Slack passes here, over HTTP and over sockets alike, after it is known to be Slack's.</summary>
internal sealed partial class SlackDispatch(
    SlackCommands commands, SlackInteractions interactions, SlackEvents events, SlackInboundMeter meter, TimeProvider clock, ILogger<SlackDispatch> logger)
{
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
            var acknowledgement = kind switch
            {
                SlackKind.Command => await commands.HandleAsync(payload),
                SlackKind.Interaction => await interactions.HandleAsync(payload),
                _ => await events.HandleAsync(payload),
            };
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

    private static string Label(SlackKind kind, JsonElement payload) => kind switch
    {
        SlackKind.Command => "command",
        SlackKind.Event => "event",
        _ => SlackReader.Text(payload, "type") is { } type && KnownInteractions.Contains(type) ? type : "other",
    };

    [LoggerMessage(LogLevel.Warning, "A {Kind} of Slack's could not be read, at {Path}; nothing was stored.")]
    private partial void Unreadable(SlackKind kind, string? path);
}
