using System.Text.Json;

namespace NudgeBot.Tests.Support;

/// <summary>A message as the local API shows it.</summary>
internal sealed record TestMessage(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Kind => Json.GetProperty("kind").GetString()!;

    public string Text => Json.GetProperty("text").GetString()!;

    public DateTimeOffset At => Json.GetProperty("at").GetDateTimeOffset();

    public string From => Json.GetProperty("from").GetString()!;

    public bool Ephemeral => Json.GetProperty("ephemeral").GetBoolean();

    /// <summary>The buttons of its card, in order.</summary>
    public IReadOnlyList<(string ActionId, string Label, string? Value)> Buttons =>
        Json.TryGetProperty("card", out var card)
            ?
            [
                .. card.GetProperty("elements").EnumerateArray()
                    .Where(element => element.GetProperty("type").GetString() == "actions")
                    .SelectMany(row => row.GetProperty("buttons").EnumerateArray())
                    .Select(button => (
                        button.GetProperty("actionId").GetString()!, button.GetProperty("label").GetString()!,
                        button.TryGetProperty("value", out var value) ? value.GetString() : null)),
            ]
            : [];

    /// <summary>What a field of its form holds; null when it holds nothing.</summary>
    public string? Field(string id) =>
        Json.GetProperty("form").GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("id").GetString() == id) is var found
        && found.TryGetProperty("value", out var value) ? value.GetString() : null;
}
