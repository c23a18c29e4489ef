using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Sockets;

/// <summary>Socket Mode: tickets of one use, at most ten connections, envelopes to any of them, events again until acknowledged.</summary>
internal sealed class SocketHub(SlackWorld world)
{
    private const int Most = 10;
    private readonly HashSet<string> tickets = [];
    private readonly List<SocketLink> links = [];
    private int next;

    public int Count
    {
        get
        {
            lock (links)
                return links.Count;
        }
    }

    public int StrayAcks
    {
        get
        {
            lock (links)
                return links.Sum(link => link.StrayAcks);
        }
    }

    /// <summary>apps.connections.open.</summary>
    public JsonObject Open(ApiCall call)
    {
        var ticket = call.World.Secret(24);
        lock (tickets)
            tickets.Add(ticket);
        return ApiMethod.Ok(("url", new UriBuilder(new Uri(world.Address, "link/")) { Scheme = "ws", Query = $"ticket={ticket}&app_id={call.Token!.App.Id}" }.Uri.AbsoluteUri));
    }

    public async Task AcceptAsync(HttpContext context)
    {
        bool known;
        lock (tickets)
            known = tickets.Remove(context.Request.Query["ticket"].ToString());
        if (!known || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = known ? 400 : 401;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = world.Options.SocketPing, KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        using var link = new SocketLink(socket, world.Options);
        int count;
        lock (links)
        {
            count = links.Count + 1;
            if (count <= Most)
                links.Add(link);
        }

        try
        {
            if (count > Most)
            {
                await link.SendAsync(Disconnect("too_many_websockets"), context.RequestAborted);
                await link.CloseAsync(context.RequestAborted);
                return;
            }

            await link.SendAsync(Hello(count, context.Request.Query["debug_reconnects"] == "true"), context.RequestAborted);
            world.Changed();
            await link.ReadAsync(context.RequestAborted);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // The other side went without a word, as clients do.
        }
        finally
        {
            lock (links)
                links.Remove(link);
            world.Changed();
        }
    }

    /// <summary>Delivers over one of the connections, in turn. Events are tried again on the next; clicks and commands are not.</summary>
    public async Task<SlackDelivery> DeliverAsync(string envelope, JsonObject payload, string kind, string trigger)
    {
        var id = $"{world.Secret(8)}-{world.Secret(4)}-{world.Secret(12)}";
        var delivery = new SlackDelivery(kind, trigger, payload.ToJsonString(), []);
        for (var attempt = 0; ; attempt++)
        {
            var body = new JsonObject { ["envelope_id"] = id, ["type"] = envelope, ["accepts_response_payload"] = envelope is not "events_api", ["payload"] = payload.DeepClone() };
            if (envelope is "events_api")
                (body["retry_attempt"], body["retry_reason"]) = (attempt, attempt == 0 ? "" : "timeout");
            delivery = await TryAsync(delivery with { Attempts = attempt + 1 }, id, body);
            if (delivery.IsOk || envelope is not "events_api" || attempt >= world.Options.RetryDelays.Count)
                return delivery;
            await Task.Delay(world.Options.RetryDelays[attempt], TimeProvider.System);
        }
    }

    /// <summary>Tells every connection that it will soon be, and then that it is to be, replaced.</summary>
    public async Task RefreshAsync()
    {
        foreach (var reason in new[] { "warning", "refresh_requested" })
        {
            foreach (var link in All())
                await link.SendAsync(Disconnect(reason), CancellationToken.None);
        }
    }

    public void AddGhost()
    {
        lock (links)
            links.Add(new(null, world.Options));
    }

    public void CutAll()
    {
        foreach (var link in All())
            link.Cut();
    }

    private async Task<SlackDelivery> TryAsync(SlackDelivery delivery, string id, JsonObject body)
    {
        if (Next() is not { } link)
            return delivery with { Error = "dispatch_failed" };
        using var deadline = new CancellationTokenSource(world.Options.AckDeadline, TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var ack = await link.AskAsync(id, body, deadline.Token);
            var answer = ack["payload"] is JsonObject payload && (bool)body["accepts_response_payload"]! ? payload.ToJsonString() : ack["payload"] is JsonValue text ? text.ToString() : "";
            return delivery with { Status = 200, Answer = answer, Error = null, Elapsed = Stopwatch.GetElapsedTime(start) };
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            return delivery with { Elapsed = Stopwatch.GetElapsedTime(start), Error = "operation_timeout" };
        }
    }

    private SocketLink? Next()
    {
        lock (links)
            return links.Count == 0 ? null : links[next++ % links.Count];
    }

    private List<SocketLink> All()
    {
        lock (links)
            return [.. links];
    }

    private JsonObject Hello(int count, bool brief) => new()
    {
        ["type"] = "hello",
        ["num_connections"] = count,
        ["debug_info"] = new JsonObject { ["host"] = "applink-fake-1", ["build_number"] = 54, ["approximate_connection_time"] = brief ? 360 : 18060 },
        ["connection_info"] = new JsonObject { ["app_id"] = world.App.Id },
    };

    private static JsonObject Disconnect(string reason) => new() { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-fake-1" } };
}
