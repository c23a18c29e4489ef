using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>The fake's Socket Mode: tickets, the cap, long frames, redelivery, and acknowledgements that do not count.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task A_ticket_opens_one_connection_and_an_eleventh_is_refused()
    {
        await using var slack = await StartAsync();
        var url = await TicketAsync(slack);
        using var first = await ConnectAsync(url);
        var hello = await ReadAsync(first);

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(url));
        for (var at = 0; at < 9; at++)
            slack.AddGhostSocket();
        using var eleventh = await ConnectAsync(await TicketAsync(slack));
        var refused = await ReadAsync(eleventh);

        Assert.Equal(("hello", 1), (Type(hello), hello.GetProperty("num_connections").GetInt32()));
        Assert.Equal(("disconnect", "too_many_websockets"), (Type(refused), refused.GetProperty("reason").GetString()));
        Assert.Equal(10, slack.SocketCount);
    }

    [Fact]
    public async Task A_bot_token_opens_no_socket()
    {
        await using var slack = await StartAsync();

        var answer = await slack.FormAsync("apps.connections.open");

        Assert.Equal("not_allowed_token_type", answer.Error());
    }

    [Fact]
    public async Task An_event_comes_again_until_its_own_connection_acknowledges_it()
    {
        await using var slack = await StartAsync();
        using var first = await ConnectAsync(await TicketAsync(slack));
        using var second = await ConnectAsync(await TicketAsync(slack));
        await ReadAsync(first);
        await ReadAsync(second);

        var delivery = slack.EventAsync("U1", new JsonObject { ["type"] = "app_home_opened", ["note"] = new string('x', 100_000) });
        var once = await ReadAsync(first);
        await AckAsync(second, once);
        var again = await ReadAsync(second);
        await AckAsync(second, again);
        var outcome = await delivery;

        Assert.Equal((0, 1), (once.GetProperty("retry_attempt").GetInt32(), again.GetProperty("retry_attempt").GetInt32()));
        Assert.Equal(once.GetProperty("envelope_id").GetString(), again.GetProperty("envelope_id").GetString());
        Assert.True(outcome.IsOk, outcome.ToString());
        Assert.Equal((2, 1), (outcome.Attempts, slack.StrayAcks));
    }

    [Fact]
    public async Task A_click_that_goes_to_a_ghost_is_lost()
    {
        await using var slack = await StartAsync(seconds: 0.2);
        slack.AddGhostSocket();

        var delivery = await slack.CommandAsync("U1", "/nudge", "help");

        Assert.Equal(("operation_timeout", 1), (delivery.Error, delivery.Attempts));
    }

    private static Task<FakeSlack> StartAsync(double seconds = 2) => FakeSlack.StartAsync(options => (options.SocketMode, options.SocketBinaryNoise, options.AckDeadline) = (true, true, TimeSpan.FromSeconds(seconds)));

    private static async Task<Uri> TicketAsync(FakeSlack slack) => new((await slack.CallAsync("apps.connections.open", [], slack.App.AppToken)).GetProperty("url").GetString()!);

    private static async Task<ClientWebSocket> ConnectAsync(Uri url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(url, CancellationToken.None);
        return socket;
    }

    /// <summary>The next message of text; what is binary means nothing.</summary>
    private static async Task<JsonElement> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[200_000];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType is WebSocketMessageType.Text)
                return JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement;
        }
    }

    private static Task AckAsync(ClientWebSocket socket, JsonElement envelope) =>
        socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{envelope.GetProperty("envelope_id").GetString()}}"}"""), WebSocketMessageType.Text, true, CancellationToken.None);

    private static string? Type(JsonElement message) => message.GetProperty("type").GetString();
}
