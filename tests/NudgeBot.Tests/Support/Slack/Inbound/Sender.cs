using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Inbound;

/// <summary>Carries what users do to the bot, by HTTP, and measures the acknowledgement.</summary>
internal sealed class Sender(SlackWorld world) : IDisposable
{
    private HttpClient? client;

    /// <summary>Set where Socket Mode delivers instead: type, payload, kind, trigger id.</summary>
    public Func<string, JsonObject, string, string, Task<SlackDelivery>>? Socket { get; set; }

    public List<SlackDelivery> Done { get; } = [];

    public void Reconnect()
    {
        client?.Dispose();
        client = null;
    }

    public void Dispose() => client?.Dispose();

    public Task<SlackDelivery> CommandAsync(JsonObject fields, string trigger, Tampering? tampering) =>
        SendAsync("slash_commands", fields, "command", trigger, Form(fields), tampering);

    public Task<SlackDelivery> InteractAsync(JsonObject payload, string trigger, Tampering? tampering) =>
        SendAsync("interactive", payload, (string)payload["type"]!, trigger, Form(new() { ["payload"] = payload.ToJsonString() }), tampering);

    /// <summary>An event, tried again as Slack does: at once, after a minute, after five (made short), unless the bot forbids it.</summary>
    public async Task<SlackDelivery> EventAsync(JsonObject outer, Tampering? tampering)
    {
        if (world.Options.SocketMode)
            return await SendAsync("events_api", outer, "event_callback", "", "", tampering);
        var body = outer.ToJsonString();
        SlackDelivery answer;
        var attempt = 1;
        var reason = "";
        while (true)
        {
            var retry = attempt == 1 ? [] : new KeyValuePair<string, string>[] { new("X-Slack-Retry-Num", (attempt - 1).ToString(CultureInfo.InvariantCulture)), new("X-Slack-Retry-Reason", reason) };
            (answer, var refused) = await PostAsync((string)outer["type"]!, "", body, "application/json", tampering, retry);
            answer = answer with { Attempts = attempt };
            if (answer.IsOk || refused || attempt > world.Options.RetryDelays.Count)
                break;
            reason = answer.Error switch { "operation_timeout" => "http_timeout", "connection_failed" => "connection_failed", "too_many_redirects" => "too_many_redirects", _ => "http_error" };
            await Task.Delay(world.Options.RetryDelays[attempt - 1], TimeProvider.System);
            attempt++;
        }

        return Keep(answer);
    }

    /// <summary>Sends exactly what was sent before: the same bytes, the same headers.</summary>
    public async Task<SlackDelivery> ReplayAsync(SlackDelivery earlier, string contentType)
    {
        using var request = Request(Encoding.UTF8.GetBytes(earlier.Body), contentType, earlier.Headers);
        return Keep((await TimedAsync(earlier, request)).Answer);
    }

    private async Task<SlackDelivery> SendAsync(string envelope, JsonObject payload, string kind, string trigger, string form, Tampering? tampering) =>
        Keep(world.Options.SocketMode
            ? await (Socket ?? throw new InvalidOperationException("No Socket Mode."))(envelope, payload, kind, trigger)
            : (await PostAsync(kind, trigger, form, "application/x-www-form-urlencoded", tampering, [])).Answer);

    private async Task<(SlackDelivery Answer, bool NoRetry)> PostAsync(string kind, string trigger, string body, string type, Tampering? tampering, IEnumerable<KeyValuePair<string, string>> more)
    {
        body = tampering?.Body ?? body;
        var bytes = Encoding.UTF8.GetBytes(body);
        List<KeyValuePair<string, string>> headers = [.. Signer.Headers(world.App, world.Now, bytes, tampering), .. more];
        if (tampering?.AlteredBody is true)
            bytes[^1] ^= 1;
        if (tampering is { TwoSignatures: true } or { TwoTimestamps: true } && world.Options.BotHandler is null)
        {
            var (status, answer) = await RawPost.SendAsync(world.Options.BotUrl!, tampering.ContentType ?? type, bytes, headers, CancellationToken.None);
            return (new(kind, trigger, body, headers) { Status = status, Answer = answer, Error = status is >= 200 and < 300 ? null : "http_error" }, true);
        }

        using var request = Request(bytes, tampering?.ContentType ?? type, headers);
        return await TimedAsync(new(kind, trigger, body, headers), request);
    }

    private async Task<(SlackDelivery Answer, bool NoRetry)> TimedAsync(SlackDelivery delivery, HttpRequestMessage request)
    {
        using var deadline = new CancellationTokenSource(world.Options.AckDeadline, TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var response = await Client().SendAsync(request, deadline.Token);
            var text = await response.Content.ReadAsStringAsync(deadline.Token);
            var status = (int)response.StatusCode;
            var refused = response.Headers.TryGetValues("X-Slack-No-Retry", out var values) && values.Contains("1");
            var error = status switch { >= 200 and < 300 => null, >= 300 and < 400 => "too_many_redirects", _ => "http_error" };
            return (delivery with { Status = status, Answer = text, Elapsed = Stopwatch.GetElapsedTime(start), Error = error }, refused);
        }
        catch (OperationCanceledException)
        {
            return (delivery with { Elapsed = Stopwatch.GetElapsedTime(start), Error = "operation_timeout" }, false);
        }
        catch (HttpRequestException)
        {
            return (delivery with { Elapsed = Stopwatch.GetElapsedTime(start), Error = "connection_failed" }, false);
        }
    }

    private HttpRequestMessage Request(byte[] body, string contentType, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, world.Options.BotUrl ?? throw new InvalidOperationException("The fake does not know where the bot is: ConnectTo(url).")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private HttpClient Client() => client ??= world.Options.BotHandler is { } handler
        ? new(handler, disposeHandler: false)
        : new(new SocketsHttpHandler { MaxAutomaticRedirections = 2, UseCookies = false });

    private SlackDelivery Keep(SlackDelivery delivery)
    {
        lock (world.Gate)
            Done.Add(delivery);
        world.Changed();
        return delivery;
    }

    private static string Form(JsonObject fields) =>
        string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!.ToString()).Replace("%20", "+", StringComparison.Ordinal)}"));
}
