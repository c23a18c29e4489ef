using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Blocks;

/// <summary>Block Kit's blocks and their limits, from @slack/types 3.2.0 and the reference.</summary>
internal static class BlockRules
{
    /// <param name="surface">message, modal or home.</param>
    public static void Check(JsonArray blocks, string surface, Faults faults, string pointer = "/blocks")
    {
        var most = surface is "message" ? 50 : 100;
        if (blocks.Count > most)
            faults.Add(pointer, $"no more than {most} items allowed");
        var seen = new HashSet<string>();
        foreach (var (at, node) in blocks.Index())
        {
            var here = $"{pointer}/{at}";
            if (node is not JsonObject block)
            {
                faults.Add(here, "must be an object");
                continue;
            }

            Block(block, surface, faults, here);
            if (faults.String(block, here, "block_id", 255) is { } id && !seen.Add(id))
                faults.Add($"{here}/block_id", $"`block_id` already exists for another block: {id}");
        }
    }

    private static void Block(JsonObject block, string surface, Faults faults, string at)
    {
        switch (faults.String(block, at, "type", 50, required: true))
        {
            case null:
                break;
            case "section":
                Section(block, faults, at);
                break;
            case "header":
                faults.Only(block, at, "type", "block_id", "text", "level");
                faults.Text(block, at, "text", 150, "plain_text", required: true);
                break;
            case "divider":
                faults.Only(block, at, "type", "block_id");
                break;
            case "actions":
                faults.Only(block, at, "type", "block_id", "elements");
                Elements(faults.List(block, at, "elements", 1, 25), ElementRules.InActions, faults, at);
                break;
            case "context":
                Context(block, faults, at);
                break;
            case "image":
                faults.Only(block, at, "type", "block_id", "image_url", "slack_file", "alt_text", "title");
                ElementRules.Image(block, faults, at);
                faults.Text(block, at, "title", 2000, "plain_text");
                break;
            case "input" when surface is not "context":
                Input(block, faults, at);
                break;
            case "rich_text":
                faults.Only(block, at, "type", "block_id", "elements");
                faults.List(block, at, "elements", 1, 1000);
                break;
            case "markdown" when surface is "message":
                faults.Only(block, at, "type", "block_id", "text");
                faults.String(block, at, "text", 12_000, required: true);
                break;
            case "table" when surface is "message" or "home":
                faults.Only(block, at, "type", "block_id", "rows", "column_settings");
                foreach (var (row, cells) in faults.List(block, at, "rows", 1, 100).Index())
                {
                    if (cells is not JsonArray { Count: <= 20 })
                        faults.Add($"{at}/rows/{row}", "no more than 20 items allowed");
                }

                break;
            case "alert" when surface is "modal":
                faults.Text(block, at, "text", 200, required: true);
                break;
            case "container" when surface is "message" or "home":
                Check(faults.List(block, at, "child_blocks", 1, 10), surface, faults, $"{at}/child_blocks");
                break;
            case "card" or "carousel" or "video" or "file" or "context_actions" or "data_table" or "data_visualization" or "task_card" or "plan":
                break;
            case var type:
                faults.Add($"{at}/type", $"unsupported type: {type}");
                break;
        }
    }

    private static void Section(JsonObject block, Faults faults, string at)
    {
        faults.Only(block, at, "type", "block_id", "text", "fields", "accessory", "expand");
        faults.Text(block, at, "text", 3000);
        if (block["text"] is null && block["fields"] is null)
            faults.Add(at, "missing required field: text");
        foreach (var (index, field) in faults.List(block, at, "fields", 0, 10).Index())
            faults.TextObject(field, $"{at}/fields/{index}", 2000, null);
        if (block["accessory"] is { } accessory)
            ElementRules.Check(accessory, ElementRules.InSections, faults, $"{at}/accessory");
    }

    private static void Context(JsonObject block, Faults faults, string at)
    {
        faults.Only(block, at, "type", "block_id", "elements");
        foreach (var (index, element) in faults.List(block, at, "elements", 1, 10).Index())
        {
            if ((string?)element?["type"] is "image")
                ElementRules.Check(element, ["image"], faults, $"{at}/elements/{index}");
            else
                faults.TextObject(element, $"{at}/elements/{index}", 3000, null);
        }
    }

    private static void Input(JsonObject block, Faults faults, string at)
    {
        faults.Only(block, at, "type", "block_id", "label", "element", "hint", "optional", "dispatch_action");
        faults.Text(block, at, "label", 2000, "plain_text", required: true);
        faults.Text(block, at, "hint", 2000, "plain_text");
        if (block["element"] is { } element)
            ElementRules.Check(element, ElementRules.InInputs, faults, $"{at}/element");
        else
            faults.Add(at, "missing required field: element");
    }

    private static void Elements(JsonArray elements, string[] allowed, Faults faults, string at)
    {
        var seen = new HashSet<string>();
        foreach (var (index, element) in elements.Index())
        {
            ElementRules.Check(element, allowed, faults, $"{at}/elements/{index}");
            if (element is JsonObject part && part["action_id"] is JsonValue value && value.TryGetValue<string>(out var id) && !seen.Add(id))
                faults.Add($"{at}/elements/{index}/action_id", $"`action_id` already exists for another element: {id}");
        }
    }
}
