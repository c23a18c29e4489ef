using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Blocks;

/// <summary>Interactive elements and their limits.</summary>
internal static class ElementRules
{
    private static readonly string[] Selects = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
    private static readonly string[] MultiSelects = [.. Selects.Select(name => $"multi_{name}")];
    private static readonly string[] Choices = [.. Selects, "radio_buttons", "checkboxes", "datepicker", "timepicker", "datetimepicker"];

    public static string[] InActions { get; } = [.. Choices, "button", "overflow", "workflow_button", "rich_text_input"];

    public static string[] InSections { get; } = [.. Choices.Except(["datetimepicker"]), .. MultiSelects, "button", "overflow", "image", "workflow_button"];

    public static string[] InInputs { get; } = [.. Choices, .. MultiSelects, "plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input"];

    public static void Check(JsonNode? node, string[] allowed, Faults faults, string at)
    {
        if (node is not JsonObject element)
        {
            faults.Add(at, "must be an object");
            return;
        }

        var type = faults.String(element, at, "type", 50, required: true);
        if (type is null)
            return;
        if (!allowed.Contains(type))
        {
            faults.Add($"{at}/type", $"unsupported type: {type}");
            return;
        }

        faults.String(element, at, "action_id", 255);
        Confirm(element, faults, at);
        faults.Text(element, at, "placeholder", 150, "plain_text");
        if (type is "button")
            Button(element, faults, at);
        else if (type is "image")
            Image(element, faults, at);
        else if (type is "overflow")
            Options(element, "options", 1, 5, faults, at, "plain_text");
        else if (type is "checkboxes" or "radio_buttons")
            Options(element, "options", 1, 10, faults, at, null);
        else if (type is "static_select" or "multi_static_select")
            StaticSelect(element, faults, at);
        else if (type is "plain_text_input")
            PlainText(element, faults, at);
        else if (type is "datepicker" && faults.String(element, at, "initial_date", 10) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", out _))
            faults.Add($"{at}/initial_date", "must be a date YYYY-MM-DD");
        else if (type is "timepicker" && faults.String(element, at, "initial_time", 5) is { } time && !TimeOnly.TryParseExact(time, "HH:mm", out _))
            faults.Add($"{at}/initial_time", "must be a time HH:mm");
        else if (type is "number_input" && element["is_decimal_allowed"] is null)
            faults.Add(at, "missing required field: is_decimal_allowed");
    }

    public static void Image(JsonObject image, Faults faults, string at)
    {
        faults.String(image, at, "alt_text", 2000, required: true);
        if (image["slack_file"] is null)
            faults.String(image, at, "image_url", 3000, required: true);
    }

    private static void Button(JsonObject button, Faults faults, string at)
    {
        faults.Only(button, at, "type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label");
        faults.Text(button, at, "text", 75, "plain_text", required: true);
        faults.String(button, at, "value", 2000);
        faults.String(button, at, "url", 3000);
        faults.String(button, at, "accessibility_label", 75);
        if (faults.String(button, at, "style", 20) is not (null or "primary" or "danger"))
            faults.Add($"{at}/style", "must be a valid enum value: primary, danger");
    }

    private static void StaticSelect(JsonObject select, Faults faults, string at)
    {
        if (select["option_groups"] is null)
        {
            Options(select, "options", 1, 100, faults, at, "plain_text");
            return;
        }

        foreach (var (index, group) in faults.List(select, at, "option_groups", 1, 100).Index())
        {
            if (group is not JsonObject part)
                continue;
            faults.Text(part, $"{at}/option_groups/{index}", "label", 75, "plain_text", required: true);
            Options(part, "options", 1, 100, faults, $"{at}/option_groups/{index}", "plain_text");
        }
    }

    private static void PlainText(JsonObject input, Faults faults, string at)
    {
        faults.Only(input, at, "type", "action_id", "initial_value", "multiline", "min_length", "max_length", "dispatch_action_config", "focus_on_load", "placeholder");
        if (input["max_length"] is JsonValue most && most.TryGetValue<int>(out var number) && number is < 1 or > 3000)
            faults.Add($"{at}/max_length", "must be between 1 and 3000");
        faults.String(input, at, "initial_value", 3000);
    }

    private static void Options(JsonObject element, string name, int least, int most, Faults faults, string at, string? kind)
    {
        foreach (var (index, node) in faults.List(element, at, name, least, most).Index())
        {
            if (node is not JsonObject option)
                continue;
            var here = $"{at}/{name}/{index}";
            faults.Only(option, here, "text", "value", "description", "url");
            faults.Text(option, here, "text", 75, kind, required: true);
            faults.Text(option, here, "description", 75, kind);
            faults.String(option, here, "value", 75, required: true);
            faults.String(option, here, "url", 3000);
        }

        var known = (element[name] as JsonArray ?? []).Select(option => (string?)option?["value"]).ToHashSet();
        // An array of its own: in a JSON array a node would get a second parent.
        IEnumerable<JsonNode?> initial = element["initial_options"] is JsonArray several ? several : new[] { element["initial_option"] }.Where(one => one is not null);
        foreach (var option in initial.Where(option => !known.Contains((string?)option?["value"])))
            faults.Add($"{at}/initial_option", $"must be one of the options: {option}");
    }

    private static void Confirm(JsonObject element, Faults faults, string at)
    {
        if (element["confirm"] is not JsonObject confirm)
            return;
        faults.Only(confirm, $"{at}/confirm", "title", "text", "confirm", "deny", "style");
        faults.Text(confirm, $"{at}/confirm", "title", 100, "plain_text", required: true);
        faults.Text(confirm, $"{at}/confirm", "text", 300, required: true);
        faults.Text(confirm, $"{at}/confirm", "confirm", 30, "plain_text", required: true);
        faults.Text(confirm, $"{at}/confirm", "deny", 30, "plain_text", required: true);
    }
}
