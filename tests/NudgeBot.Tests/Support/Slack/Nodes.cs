using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>Finds things in Block Kit trees.</summary>
internal static class Nodes
{
    /// <summary>Everything with an action id, and the block it is in.</summary>
    public static IEnumerable<(JsonObject Block, JsonObject Element)> Elements(JsonNode? blocks) =>
        from block in Objects(blocks)
        from element in Below(block)
        where element != block && element["action_id"] is JsonValue && element["type"] is JsonValue
        select (block, element);

    /// <summary>The blocks of a list, those inside containers too.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? blocks) =>
        (blocks as JsonArray ?? []).OfType<JsonObject>().SelectMany(block => block["child_blocks"] is JsonArray children ? [.. Objects(children)] : new[] { block });

    /// <summary>Everything a person can read, alternative texts included.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject part => part.SelectMany(field => field.Value switch
        {
            JsonValue value when field.Key is "text" or "alt_text" or "initial_value" && value.TryGetValue<string>(out var text) => [text],
            JsonValue => [],
            var below => Texts(below),
        }),
        _ => [],
    };

    private static IEnumerable<JsonObject> Below(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Below),
        JsonObject part => [part, .. part.SelectMany(field => Below(field.Value))],
        _ => [],
    };
}
