using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>How buttons travel: the action's id and value in the data, which clients send back with what was filled in.</summary>
internal static class TeamsActions
{
    /// <summary>The verb of every button of ours.</summary>
    public const string Verb = "nudgebot";

    /// <summary>The keys of ours in the data; fields of forms never begin with an underscore.</summary>
    public const string Action = "_action", Value = "_value", Persons = "_persons";

    /// <summary>
    /// Of a card in somebody's own chat, the conversation that it is about; and the mark of a card in a targeted message. Both are put in when it is
    /// known where the card goes.
    /// </summary>
    public const string Place = "_place", Targeted = "_targeted";

    /// <summary>The action by which a client asks for the viewer's own card. It changes nothing, and no slice knows it.</summary>
    public const string View = "view";

    /// <summary>Buttons that show at once; Teams draws at most six (learn.microsoft.com, "Actions in cards").</summary>
    private const int Shown = 6;

    /// <summary>UTF-16 units of a title; nobody reads longer ones on a button.</summary>
    private const int Longest = 80;

    /// <summary>What a button carries.</summary>
    public static JsonObject Data(string actionId, string? value)
    {
        var data = new JsonObject { [Action] = actionId };
        if (!string.IsNullOrEmpty(value))
            data[Value] = value;
        return data;
    }

    /// <summary>Which action was pressed with which value, and what was filled in; null where NudgeBot wrote no such button.</summary>
    public static (string ActionId, string? Value, IReadOnlyDictionary<string, string> Fields)? Read(JsonElement data)
    {
        if (data.ValueKind is not JsonValueKind.Object || Text(data, Action) is not { Length: > 0 } actionId)
            return null;
        var persons = data.TryGetProperty(Persons, out var known) && known.ValueKind is JsonValueKind.Object ? known : default;
        Dictionary<string, string> fields = [];
        foreach (var field in data.EnumerateObject().Where(field => !field.Name.StartsWith('_') && field.Name != "msteams"))
        {
            if (field.Value.ValueKind is JsonValueKind.String && field.Value.GetString() is { Length: > 0 } text)
                fields[field.Name] = persons.ValueKind is JsonValueKind.Object && Text(persons, $"{field.Name}/{text.Trim()}") is { } person ? person : text;
        }

        return (actionId, Text(data, Value), fields);
    }

    /// <summary>Whether a button stands in a targeted message.</summary>
    public static bool IsTargeted(JsonElement data) => data.ValueKind is JsonValueKind.Object && data.TryGetProperty(Targeted, out var mark) && mark.ValueKind is JsonValueKind.True;

    /// <summary>A row's buttons: those beside each other, then those under "more".</summary>
    /// <param name="opens">Whether an action answers with a form, for which a dialog opens.</param>
    public static IEnumerable<TeamsAction> Write(ActionRow row, Func<string, bool> opens)
    {
        var place = 0;
        foreach (var button in row.Buttons.OrderBy(button => button.More))
            yield return Write(button, opens(button.ActionId), place++ >= Shown);
    }

    private static TeamsAction Write(Button button, bool opens, bool isOver)
    {
        var title = string.IsNullOrWhiteSpace(button.Label) ? "…" : Cut(button.Label);
        var style = button.Style switch { ButtonStyle.Primary => "positive", ButtonStyle.Danger => "destructive", _ => null };
        var mode = button.More || isOver ? "secondary" : null;
        var about = button.About is { Length: > 0 } person ? $"{title}, {Cut(person)}" : null;
        var data = Data(button.ActionId, button.Value);
        if (opens)
            data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        TeamsAction action = opens ? new TeamsSubmit(title, data) : Execute(title, data);
        return action with { Style = style, Mode = mode, Tooltip = about };
    }

    /// <summary>A button whose answer may take the card's place, with the older kind for clients that do not know it.</summary>
    public static TeamsExecute Execute(string title, JsonObject data) => new(title, data) { Fallback = new TeamsSubmit(title, (JsonObject)data.DeepClone()) };

    private static string Cut(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1), "…");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
