using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Api;

namespace NudgeBot.Tests.Support.Slack.Blocks;

/// <summary>What is wrong at which place of a payload.</summary>
internal sealed record Fault(string Pointer, string Message)
{
    /// <summary>The form of chat.* and views.*: one string.</summary>
    public override string ToString() => $"{Message} [json-pointer:{Pointer}]";

    /// <summary>The form of blocks.validate: an object.</summary>
    public JsonObject ToJson() => new() { ["code"] = "failed_constraint", ["message"] = Message, ["pointer"] = Pointer };
}

/// <summary>Collects faults while a payload is walked.</summary>
internal sealed class Faults : List<Fault>
{
    public void Add(string pointer, string message) => Add(new Fault(pointer, message));

    /// <summary>The error that Slack answers with.</summary>
    public void Demand(string code = "invalid_blocks")
    {
        if (Count == 0)
            return;
        throw new ApiError(code, new()
        {
            ["errors"] = new JsonArray([.. this.Select(fault => (JsonNode)fault.ToString())]),
            ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. this.Select(fault => (JsonNode)$"[ERROR] {fault}")]) },
        });
    }

    /// <summary>Only the named fields may be there.</summary>
    public void Only(JsonObject part, string pointer, params string[] names)
    {
        foreach (var (name, _) in part)
        {
            if (!names.Contains(name))
                Add(pointer, $"invalid additional property: {name}");
        }
    }

    public string? String(JsonObject part, string pointer, string name, int most, bool required = false)
    {
        if (part[name] is null)
        {
            if (required)
                Add(pointer, $"missing required field: {name}");
            return null;
        }

        if (part[name] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Add($"{pointer}/{name}", "must be a string");
            return null;
        }

        if (text.Length > most)
            Add($"{pointer}/{name}", $"must be less than {most + 1} characters");
        else if (required && text.Length == 0)
            Add($"{pointer}/{name}", "must be more than 0 characters");
        return text;
    }

    public JsonArray List(JsonObject part, string pointer, string name, int least, int most)
    {
        if (part[name] is not JsonArray list)
        {
            if (least > 0 || part[name] is not null)
                Add(pointer, part[name] is null ? $"missing required field: {name}" : $"must be an array: {name}");
            return [];
        }

        if (list.Count > most)
            Add($"{pointer}/{name}", $"no more than {most} items allowed");
        else if (list.Count < least)
            Add($"{pointer}/{name}", $"must provide at least {least} items");
        return list;
    }

    /// <summary>A text object; null kind: plain or mrkdwn.</summary>
    public void Text(JsonObject part, string pointer, string name, int most, string? kind = null, bool required = false)
    {
        if (part[name] is null)
        {
            if (required)
                Add(pointer, $"missing required field: {name}");
            return;
        }

        TextObject(part[name], $"{pointer}/{name}", most, kind);
    }

    public void TextObject(JsonNode? node, string pointer, int most, string? kind)
    {
        if (node is not JsonObject text)
        {
            Add(pointer, "must be a text object");
            return;
        }

        var type = String(text, pointer, "type", 20, required: true);
        if (type is not null && (kind is null ? type is not ("plain_text" or "mrkdwn") : type != kind))
            Add($"{pointer}/type", $"unsupported type: {type}");
        Only(text, pointer, type is "mrkdwn" ? ["type", "text", "verbatim"] : ["type", "text", "emoji"]);
        String(text, pointer, "text", most, required: true);
    }
}
