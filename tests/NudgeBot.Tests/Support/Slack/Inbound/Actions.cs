using System.Globalization;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Inbound;

/// <summary>What a click, a choice or a filled field looks like on the wire, by the type of its element.</summary>
internal static class Actions
{
    /// <summary>The entry of a block_actions payload.</summary>
    public static JsonObject Pressed(JsonObject block, JsonObject element, string? value, string ts)
    {
        var type = (string)element["type"]!;
        var action = new JsonObject { ["type"] = type, ["action_id"] = (string)element["action_id"]!, ["block_id"] = (string)block["block_id"]!, ["action_ts"] = ts };
        if (type is "button")
        {
            action["text"] = element["text"]?.DeepClone();
            foreach (var name in new[] { "value", "style", "url" })
            {
                if (element[name] is { } given)
                    action[name] = given.DeepClone();
            }

            return action;
        }

        foreach (var (name, field) in Filled(element, value))
            action[name] = field?.DeepClone();
        return action;
    }

    /// <summary>state.values of a view or message: what was filled in, by action id or block id, else what stood there at first.</summary>
    public static JsonObject State(JsonNode? blocks, IReadOnlyDictionary<string, string?> values)
    {
        var state = new JsonObject();
        foreach (var (block, element) in Nodes.Elements(blocks))
        {
            if ((string?)element["type"] is "button" or "overflow" or "workflow_button" or null)
                continue;
            var (action, id) = ((string)element["action_id"]!, (string)block["block_id"]!);
            var given = values.TryGetValue(action, out var value) || values.TryGetValue(id, out value) ? Filled(element, value) : Initial(element);
            (state[id] ??= new JsonObject())[action] = given;
        }

        return state;
    }

    /// <summary>A field as filled in. Several choices are separated by commas; a choice may be named by its value or by its text.</summary>
    private static JsonObject Filled(JsonObject element, string? value)
    {
        var type = (string)element["type"]!;
        var filled = new JsonObject { ["type"] = type };
        var many = value is null or "" ? [] : value.Split(',', StringSplitOptions.TrimEntries);
        (string Name, JsonNode? Value) field = type switch
        {
            "static_select" or "radio_buttons" or "overflow" => ("selected_option", Option(element, value)),
            "external_select" => ("selected_option", value is null ? null : Free(value)),
            "multi_static_select" or "checkboxes" => ("selected_options", new JsonArray([.. many.Select(one => Option(element, one))])),
            "multi_external_select" => ("selected_options", new JsonArray([.. many.Select(Free)])),
            "users_select" => ("selected_user", value),
            "conversations_select" => ("selected_conversation", value),
            "channels_select" => ("selected_channel", value),
            "multi_users_select" => ("selected_users", new JsonArray([.. many.Select(one => (JsonNode)one)])),
            "multi_conversations_select" => ("selected_conversations", new JsonArray([.. many.Select(one => (JsonNode)one)])),
            "multi_channels_select" => ("selected_channels", new JsonArray([.. many.Select(one => (JsonNode)one)])),
            "datepicker" => ("selected_date", value),
            "timepicker" => ("selected_time", value),
            "datetimepicker" => ("selected_date_time", value is null ? null : long.Parse(value, CultureInfo.InvariantCulture)),
            "rich_text_input" => ("rich_text_value", value is null ? null : RichText(value)),
            _ => ("value", value),
        };
        filled[field.Name] = field.Value;
        return filled;
    }

    private static JsonObject Initial(JsonObject element)
    {
        var filled = Filled(element, null);
        var name = filled.Last().Key;
        var initial = element[name is "value" ? "initial_value" : name.Replace("selected_", "initial_", StringComparison.Ordinal)];
        if (initial is not null)
            filled[name] = initial.DeepClone();
        return filled;
    }

    private static JsonNode? Option(JsonObject element, string? value)
    {
        if (value is null)
            return null;
        var groups = (element["option_groups"] as JsonArray ?? []).SelectMany(group => group?["options"] as JsonArray ?? []);
        var options = (element["options"] as JsonArray ?? []).Concat(groups).ToList();
        var option = options.Find(option => (string?)option?["value"] == value) ?? options.Find(option => (string?)option?["text"]?["text"] == value);
        return option?.DeepClone() ?? throw new InvalidOperationException($"No option \"{value}\"; there are {string.Join(", ", options.Select(one => (string?)one?["value"]))}.");
    }

    private static JsonObject Free(string value) => new() { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value, ["emoji"] = true }, ["value"] = value };

    private static JsonObject RichText(string text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
    };
}
