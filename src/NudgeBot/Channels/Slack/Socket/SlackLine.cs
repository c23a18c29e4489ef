using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Channels.Slack.In;

namespace NudgeBot.Channels.Slack.Socket;

/// <summary>
/// One connection of Socket Mode, from its greeting to its end. Several envelopes are handled at once; each is acknowledged on the
/// connection that it came by, which is the only one where Slack takes it.
/// </summary>
internal sealed partial class SlackLine(
    WebSocket socket, SlackDispatch dispatch, SlackUnknown unknown, SlackSocketMeter meter, SlackSocketPace pace, TimeProvider clock, ILogger<SlackLine> logger) : IDisposable
{
    /// <summary>The most envelopes in hand; what comes beyond waits at Slack.</summary>
    private const int Most = 100;

    /// <summary>The largest frame that is read, in bytes.</summary>
    private const int LargestFrame = 1 << 20;

    private readonly ConcurrentDictionary<Task, bool> inHand = new();
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly SemaphoreSlim room = new(Most, Most);
    private readonly TaskCompletionSource<int> hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> renewal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task ended = Task.CompletedTask;

    /// <summary>Ends when Slack wants the connection to be replaced.</summary>
    public Task RenewalAsked => renewal.Task;

    /// <summary>Whether Slack asked for that in the ordinary course of things.</summary>
    public bool IsRenewed => renewal.Task is { IsCompletedSuccessfully: true, Result: "warning" or "refresh_requested" };

    /// <summary>Ends with the connection.</summary>
    public Task Ended => ended;

    /// <summary>Begins to read, and returns when Slack has greeted, with the number of connections that it counts.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public async Task<int> BeginAsync(CancellationToken cancellationToken)
    {
        ended = ReadAsync();
        var greeted = await Task.WhenAny(hello.Task, ended).WaitAsync(pace.Hello, clock, cancellationToken);
        if (greeted != hello.Task)
            throw new WebSocketException("The connection ended before Slack greeted.");
        var counted = await hello.Task;
        meter.Began(counted);
        return counted;
    }

    /// <summary>Gives out the last acknowledgements and closes. What still comes is handled as well.</summary>
    public async Task RetireAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(pace.Drain, clock);
            await Task.WhenAll(inHand.Keys).WaitAsync(limit.Token);
            await writer.WaitAsync(limit.Token);
            try
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }
            finally
            {
                writer.Release();
            }

            await ended.WaitAsync(limit.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            NotClosed();
        }
        finally
        {
            socket.Abort();
            await ended;
            await Task.WhenAll(inHand.Keys);
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        writer.Dispose();
        room.Dispose();
    }

    private async Task ReadAsync()
    {
        var reason = "closed";
        try
        {
            while (await ReceiveAsync() is { } frame)
            {
                if (Parse(frame) is { } read)
                    await TakeAsync(read);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            reason = "broken";
            Broke(error.GetType().Name);
        }

        if (hello.Task.IsCompletedSuccessfully)
            meter.Ended(renewal.Task.IsCompletedSuccessfully ? await renewal.Task : reason);
    }

    /// <summary>A whole text frame, however many pieces it came in; empty for what is no text or too large, null at the end.</summary>
    private async Task<byte[]?> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var piece = new byte[16 * 1024];
        var tooLarge = false;
        while (true)
        {
            var got = await socket.ReceiveAsync(piece.AsMemory(), CancellationToken.None);
            if (got.MessageType is WebSocketMessageType.Close)
                return null;
            tooLarge |= whole.Length + got.Count > LargestFrame;
            if (!tooLarge)
                await whole.WriteAsync(piece.AsMemory(0, got.Count));
            if (got.EndOfMessage)
                return tooLarge || got.MessageType is not WebSocketMessageType.Text ? [] : whole.ToArray();
        }
    }

    private SlackFrame? Parse(byte[] frame)
    {
        try
        {
            return frame.Length == 0 ? null : JsonSerializer.Deserialize(frame, SlackSocketJson.Default.SlackFrame);
        }
        catch (JsonException error)
        {
            Unreadable(error.Path);
            return null;
        }
    }

    private async Task TakeAsync(SlackFrame frame)
    {
        switch (frame.Type)
        {
            case "hello":
                hello.TrySetResult(frame.NumConnections ?? 0);
                break;
            case "disconnect":
                Told(frame.Reason);
                renewal.TrySetResult(frame.Reason is "warning" or "refresh_requested" or "link_disabled" or "too_many_websockets" ? frame.Reason : "other");
                break;
            case not null when frame.EnvelopeId is not null:
                await room.WaitAsync();
                var work = HandleAsync(frame);
                inHand.TryAdd(work, true);
                _ = work.ContinueWith(done => inHand.TryRemove(done, out _), TaskScheduler.Default);
                break;
            case { } type:
                unknown.Met(type);
                break;
            default:
                break;
        }
    }

    private async Task HandleAsync(SlackFrame frame)
    {
        try
        {
            // Reading goes on meanwhile.
            await Task.Yield();
            SlackKind? kind = frame.Type switch { "events_api" => SlackKind.Event, "slash_commands" => SlackKind.Command, "interactive" => SlackKind.Interaction, _ => null };
            if (kind is null)
                unknown.Met(frame.Type!);
            var acknowledgement = kind is null || frame.Payload.ValueKind is not JsonValueKind.Object
                ? SlackAcknowledgement.Empty
                : await dispatch.HandleAsync(kind.Value, frame.Payload, "socket");
            // What was not kept in time is not acknowledged: Slack sends events again.
            if (acknowledgement.Outcome is not SlackOutcome.Later)
                await AcknowledgeAsync(frame, acknowledgement);
        }
        catch (Exception error)
        {
            NotHandled(error, frame.EnvelopeId!);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task AcknowledgeAsync(SlackFrame frame, SlackAcknowledgement acknowledgement)
    {
        var answer = new JsonObject { ["envelope_id"] = frame.EnvelopeId };
        if (frame.AcceptsResponsePayload == true && acknowledgement.Body is { } body)
            answer["payload"] = body;
        await writer.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            meter.Unacknowledged();
            NotAcknowledged(frame.EnvelopeId!);
            // It was done, and who asked for it is told all the same.
            if (acknowledgement.Unsaid is { } say)
                await say();
        }
        finally
        {
            writer.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "Slack says of a connection: {Reason}.")]
    private partial void Told(string? reason);

    [LoggerMessage(LogLevel.Information, "A connection to Slack broke ({Fault}).")]
    private partial void Broke(string fault);

    [LoggerMessage(LogLevel.Information, "A connection to Slack was not closed by both sides; it is cut.")]
    private partial void NotClosed();

    [LoggerMessage(LogLevel.Warning, "A frame of Slack's could not be read, at {Path}.")]
    private partial void Unreadable(string? path);

    [LoggerMessage(LogLevel.Error, "Envelope {EnvelopeId} failed and is not acknowledged.")]
    private partial void NotHandled(Exception error, string envelopeId);

    [LoggerMessage(LogLevel.Warning, "Envelope {EnvelopeId} was handled, but its acknowledgement did not get through.")]
    private partial void NotAcknowledged(string envelopeId);
}
