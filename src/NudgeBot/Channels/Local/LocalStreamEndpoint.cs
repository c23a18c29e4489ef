using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NudgeBot.Channels.Local;

/// <summary>The live updates of the page, as server-sent events.</summary>
internal static class LocalStreamEndpoint
{
    private static readonly JsonSerializerOptions Json = new(LocalJson.Default.Options);

    /// <summary>First what was missed since the last event that the page saw, then what happens.</summary>
    public static ServerSentEventsResult<string> StreamAsync(
        string id, HttpRequest request, LocalStream stream, LocalChat chat, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(
            NewsAsync(id, long.TryParse(request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last : null, stream, chat, cancellationToken));

    private static async IAsyncEnumerable<SseItem<string>> NewsAsync(
        string memberId, long? last, LocalStream stream, LocalChat chat, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = stream.Listen(memberId, cancellationToken);
        // An event at once lets the browser know that the stream is open.
        yield return new SseItem<string>("{}", "ready");
        if (last is { } seen)
        {
            foreach (var missed in await chat.MissedAsync(memberId, seen, cancellationToken))
                yield return Item(missed);
        }

        await foreach (var item in news.ReadAllAsync(CancellationToken.None))
        {
            yield return item.Message is { } message
                ? Item(message)
                : new SseItem<string>(JsonSerializer.Serialize(new LocalTime(item.Now!.Value), Json), "clock");
        }
    }

    private static SseItem<string> Item(LocalMessage row) =>
        new(JsonSerializer.Serialize(LocalMessageView.Of(row), Json), "message") { EventId = row.MessageId.ToString(CultureInfo.InvariantCulture) };
}
