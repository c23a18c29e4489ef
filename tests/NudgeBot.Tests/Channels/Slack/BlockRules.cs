using System.Text.Json;

namespace NudgeBot.Tests.Channels.Slack;

/// <summary>
/// Slack's limits (docs.slack.dev/reference/block-kit) as Slack would check them, over the JSON that goes out and apart from the code that
/// writes it. Each fault is one line; none means that Slack takes it.
/// </summary>
internal static class BlockRules
{
    public static IReadOnlyList<string> Message(JsonElement blocks) => Check(blocks, 50);

    public static IReadOnlyList<string> View(JsonElement view)
    {
        List<string> faults = [.. Check(view.GetProperty("blocks"), 100)];
        if (view.TryGetProperty("title", out var title))
            Text(title, 24, faults);
        if (view.TryGetProperty("submit", out var submit))
            Text(submit, 24, faults);
        if (view.TryGetProperty("private_metadata", out var metadata) && metadata.GetString()!.Length > 3000)
            faults.Add("private_metadata is too long");
        if (view.TryGetProperty("callback_id", out var callback) && callback.GetString()!.Length is 0 or > 255)
            faults.Add("callback_id is too long");
        if (view.GetProperty("type").GetString() == "modal" && !view.TryGetProperty("title", out _))
            faults.Add("a modal needs a title");
        return faults;
    }

    private static List<string> Check(JsonElement blocks, int most)
    {
        List<string> faults = [];
        if (blocks.GetArrayLength() == 0 || blocks.GetArrayLength() > most)
            faults.Add($"{blocks.GetArrayLength()} blocks");
        foreach (var block in blocks.EnumerateArray())
            Block(block, faults);
        var ids = blocks.EnumerateArray().Where(block => block.TryGetProperty("block_id", out _)).Select(block => block.GetProperty("block_id").GetString()!).ToList();
        if (ids.Distinct().Count() != ids.Count || ids.Any(id => id.Length is 0 or > 255))
            faults.Add("block_ids");
        return faults;
    }

    private static void Block(JsonElement block, List<string> faults)
    {
        switch (block.GetProperty("type").GetString())
        {
            case "header":
                Text(block.GetProperty("text"), 150, faults);
                break;
            case "section":
                Text(block.GetProperty("text"), 3000, faults);
                if (block.TryGetProperty("accessory", out var accessory))
                    Elements([accessory], faults);
                break;
            case "rich_text":
                foreach (var part in block.GetProperty("elements").EnumerateArray().SelectMany(section => section.GetProperty("elements").EnumerateArray()))
                    Rich(part, faults);
                break;
            case "context":
                Count("context", block.GetProperty("elements"), 1, 10, faults);
                foreach (var element in block.GetProperty("elements").EnumerateArray())
                    Text(element, 3000, faults);
                break;
            case "image":
                Length("alt_text", block.GetProperty("alt_text").GetString(), 2000, faults);
                break;
            case "actions":
                Count("actions", block.GetProperty("elements"), 1, 25, faults);
                Elements([.. block.GetProperty("elements").EnumerateArray()], faults);
                break;
            case "input":
                Text(block.GetProperty("label"), 2000, faults);
                if (block.TryGetProperty("hint", out var hint))
                    Text(hint, 2000, faults);
                Elements([block.GetProperty("element")], faults);
                break;
            case "divider":
                break;
            case var other:
                faults.Add($"unknown block {other}");
                break;
        }
    }

    private static void Elements(IReadOnlyList<JsonElement> elements, List<string> faults)
    {
        var ids = elements.Select(element => element.GetProperty("action_id").GetString()!).ToList();
        if (ids.Distinct().Count() != ids.Count || ids.Any(id => id.Length is 0 or > 255))
            faults.Add("action_ids");
        foreach (var element in elements)
            Element(element, faults);
    }

    private static void Element(JsonElement element, List<string> faults)
    {
        var type = element.GetProperty("type").GetString();
        if (type == "button")
        {
            Text(element.GetProperty("text"), 75, faults);
            if (element.TryGetProperty("value", out var value))
                Length("button value", value.GetString(), 2000, faults);
            if (element.TryGetProperty("accessibility_label", out var label))
                Length("accessibility_label", label.GetString(), 75, faults);
        }

        if (type == "plain_text_input")
        {
            var most = element.GetProperty("max_length").GetInt32();
            if (most is < 1 or > 3000 || (element.TryGetProperty("initial_value", out var typed) && typed.GetString()!.Length > most))
                faults.Add("max_length");
        }

        if (element.TryGetProperty("options", out var options))
            Options(options, type switch { "overflow" => (2, 5), "checkboxes" or "radio_buttons" => (1, 10), _ => (1, 100) }, faults);
        if (element.TryGetProperty("option_groups", out var groups))
        {
            Count("option_groups", groups, 1, 100, faults);
            foreach (var group in groups.EnumerateArray())
            {
                Text(group.GetProperty("label"), 75, faults);
                Options(group.GetProperty("options"), (1, 100), faults);
            }
        }
    }

    private static void Options(JsonElement options, (int Least, int Most) count, List<string> faults)
    {
        Count("options", options, count.Least, count.Most, faults);
        foreach (var option in options.EnumerateArray())
        {
            Text(option.GetProperty("text"), 75, faults);
            Length("option value", option.GetProperty("value").GetString(), 75, faults);
        }
    }

    private static void Rich(JsonElement part, List<string> faults)
    {
        if (part.GetProperty("type").GetString() == "text")
            Length("rich text", part.GetProperty("text").GetString(), 3000, faults);
    }

    private static void Text(JsonElement text, int longest, List<string> faults)
    {
        if (text.GetProperty("type").GetString() is not ("plain_text" or "mrkdwn"))
            faults.Add("text type");
        Length("text", text.GetProperty("text").GetString(), longest, faults);
    }

    private static void Length(string what, string? text, int longest, List<string> faults)
    {
        if (text is null || text.Length == 0 || text.Length > longest)
            faults.Add($"{what} has {text?.Length} of {longest}");
        for (var at = 0; at < text?.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
        {
            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text, at)))
                faults.Add($"{what} has half a character");
        }
    }

    private static void Count(string what, JsonElement array, int least, int most, List<string> faults)
    {
        if (array.GetArrayLength() < least || array.GetArrayLength() > most)
            faults.Add($"{array.GetArrayLength()} {what}");
    }
}
