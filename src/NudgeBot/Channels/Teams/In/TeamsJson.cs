using System.Text.Json;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Looks into JSON of which nothing is promised.</summary>
internal static class TeamsJson
{
    /// <summary>A field of an element, if it is a text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    /// <summary>A field of an element within another.</summary>
    public static string? Nested(JsonElement element, string outer, string name) => Text(Part(element, outer), name);

    /// <summary>An element within another; undefined where there is none.</summary>
    public static JsonElement Part(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;
}
