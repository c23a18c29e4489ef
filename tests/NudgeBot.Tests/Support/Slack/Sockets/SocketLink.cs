using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Sockets;

/// <summary>One Socket Mode connection. A ghost has nobody at the other end: what it is sent is lost.</summary>
internal sealed class SocketLink(WebSocket? socket, FakeSlackOptions options) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> pending = [];

    public bool IsGhost => socket is null;

    /// <summary>Acknowledgements of envelopes that this connection was not sent.</summary>
    public int StrayAcks { get; private set; }

    /// <summary>Sends an envelope and waits for its acknowledgement on this very connection.</summary>
    public async Task<JsonObject> AskAsync(string id, JsonObject envelope, CancellationToken cancellationToken)
    {
        var answer = pending.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await SendAsync(envelope, cancellationToken);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            pending.TryRemove(id, out _);
        }
    }

    /// <summary>Sends JSON as text; long ones in several frames, and with a binary frame before where the options say so.</summary>
    public async Task SendAsync(JsonObject body, CancellationToken cancellationToken)
    {
        if (socket is null)
            return;
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (options.SocketBinaryNoise)
                await socket.SendAsync(new byte[] { 0, 1, 2 }, WebSocketMessageType.Binary, true, cancellationToken);
            for (var at = 0; at < bytes.Length || at == 0; at += options.SocketFrame)
            {
                var last = at + options.SocketFrame >= bytes.Length;
                await socket.SendAsync(bytes.Slice(at, last ? bytes.Length - at : options.SocketFrame), WebSocketMessageType.Text, last, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads acknowledgements until the other side goes.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (socket is { State: WebSocketState.Open or WebSocketState.CloseSent })
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                if (socket.State is WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                return;
            }

            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            Take(Encoding.UTF8.GetString(message.ToArray()));
            message.SetLength(0);
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (socket is { State: WebSocketState.Open })
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    /// <summary>The line is cut without a word.</summary>
    public void Cut() => socket?.Abort();

    public void Dispose() => turn.Dispose();

    private void Take(string text)
    {
        JsonObject? ack;
        try
        {
            ack = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return;
        }

        if ((string?)ack?["envelope_id"] is not { } id)
            return;
        if (pending.TryGetValue(id, out var waiting))
            waiting.TrySetResult(ack);
        else
            StrayAcks++;
    }
}
