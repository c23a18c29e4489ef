using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>Somebody in the fake tenant.</summary>
internal sealed record TeamsPersona(string Name, string UserId, string ObjectId, string TimeZone = "Europe/Madrid", string Locale = "en-US", string Role = "user")
{
    /// <summary>The id of their personal chat with the bot.</summary>
    public string ChatId => $"a:{UserId["29:".Length..]}";
}

/// <summary>A message that the bot posted.</summary>
internal sealed class TeamsPost
{
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    public required JsonObject Activity { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The only user who sees it; null when all do.</summary>
    public string? TargetedAt { get; init; }

    public bool IsDeleted { get; set; }

    public int Updates { get; set; }

    public JsonObject? Card => Activity["attachments"]?[0]?["content"] as JsonObject;

    /// <summary>Every word of it.</summary>
    public string Words => string.Join('\n', new[] { (string?)Activity["text"] }.OfType<string>().Concat(WordsOf(Card)));

    public IReadOnlyList<string> Titles => [.. Actions(Card).Select(action => (string)action["title"]!)];

    /// <summary>The actions of a card, wherever they stand.</summary>
    public static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Actions),
        JsonObject part when ((string?)part["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true => [part],
        JsonObject part => part.SelectMany(child => Actions(child.Value)),
        _ => [],
    };

    public static IEnumerable<string> WordsOf(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(WordsOf),
        JsonObject part => part.Where(child => child.Key is "text" or "title" or "value" or "label" or "body" or "facts" or "actions" or "items" or "altText")
            .SelectMany(child => child.Value is JsonValue value && value.TryGetValue<string>(out var text) ? [text] : WordsOf(child.Value)),
        _ => [],
    };
}

/// <summary>How a call of the bot's is answered instead of being carried out.</summary>
/// <param name="Status">The status; 0 cuts the connection.</param>
/// <param name="Code">The error's code.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Happens">Whether it is carried out all the same.</param>
/// <param name="Html">Whether it is a server's own page.</param>
/// <param name="Resets">Whether the connection breaks instead of an answer.</param>
/// <param name="RetryAt">The instant that Retry-After names, as servers may.</param>
/// <param name="Wait">It is carried out at once, and its own answer comes so late (in real time).</param>
internal sealed record TeamsFault(
    int Status, string? Code = null, int? RetryAfter = null, bool Happens = false, bool Html = false, bool Resets = false, DateTimeOffset? RetryAt = null, TimeSpan? Wait = null);

/// <summary>A call that the bot made.</summary>
internal sealed record TeamsRequest(string Method, string Path, string Query, string? Token, JsonObject? Body);
