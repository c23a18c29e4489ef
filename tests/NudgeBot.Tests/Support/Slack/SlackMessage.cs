using System.Text.Json;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>Where a message came from.</summary>
internal enum MessageSource
{
    /// <summary>A call of the Web API.</summary>
    Api,

    /// <summary>The body of an acknowledgement.</summary>
    Acknowledgement,

    /// <summary>A response_url.</summary>
    ResponseUrl,

    /// <summary>A person.</summary>
    User,
}

/// <summary>A message as Slack keeps it, ephemeral or not.</summary>
internal sealed class SlackMessage(SlackChannel channel, JsonObject body, MessageSource source)
{
    public SlackChannel Channel => channel;

    public MessageSource Source => source;

    /// <summary>The only one who sees it, for an ephemeral message.</summary>
    public string? OnlyFor { get; init; }

    public bool IsEphemeral => OnlyFor is not null;

    /// <summary>The trigger id of the command or click that this answers, where it is known.</summary>
    public string? AnswerTo { get; init; }

    public string Ts => (string)body["ts"]!;

    public string Text => (string?)body["text"] ?? "";

    /// <summary>The author: a user's id or the bot user's.</summary>
    public string? User => (string?)body["user"];

    public string? ThreadTs => (string?)body["thread_ts"];

    /// <summary>Every text of the message in reading order, the fallback first.</summary>
    public string AllText => string.Join('\n', [Text, .. Nodes.Texts(body["blocks"])]);

    /// <summary>The metadata's payload field "id", by which a delivery is known again.</summary>
    public string? DeliveryId => body["metadata"]?["event_payload"]?["id"] is JsonValue id ? id.ToString() : null;

    public bool IsDeleted { get; set; }

    /// <summary>How often it was changed.</summary>
    public int Updates { get; set; }

    /// <summary>The whole message, metadata included.</summary>
    public JsonElement Json => JsonSerializer.SerializeToElement(body);

    /// <summary>The action ids of everything that can be pressed or chosen.</summary>
    public IReadOnlyList<string> ActionIds => [.. Nodes.Elements(body["blocks"]).Select(element => (string)element.Element["action_id"]!)];

    internal JsonObject Body => body;

    /// <summary>As the API shows it: metadata only where it was asked for.</summary>
    internal JsonObject Shown(bool metadata)
    {
        var copy = body.DeepClone().AsObject();
        if (!metadata)
            copy.Remove("metadata");
        copy["x_unknown"] = new JsonObject { ["nested"] = true };
        return copy;
    }

    /// <summary>
    /// What is given replaces what was; metadata that is not given stays. chat.update leaves blocks and attachments too where none are given
    /// (an empty list takes them away); a response_url replaces the whole.
    /// </summary>
    internal void Change(JsonObject given, DateTimeOffset now, bool keeps)
    {
        // A message is read while it changes: the old one stays whole.
        var next = body.DeepClone().AsObject();
        next["text"] = given["text"]?.DeepClone() ?? "";
        foreach (var name in new[] { "blocks", "attachments" })
        {
            if (given[name] is null && keeps)
                continue;
            next.Remove(name);
            if (given[name] is JsonArray { Count: > 0 } value)
                next[name] = value.DeepClone();
        }

        if (given["metadata"] is JsonObject metadata)
        {
            next.Remove("metadata");
            if (metadata.Count > 0)
                next["metadata"] = metadata.DeepClone();
        }

        next["edited"] = new JsonObject { ["user"] = User, ["ts"] = $"{now.ToUnixTimeSeconds()}.000000" };
        body = next;
        Updates++;
    }

    public override string ToString() => $"{Channel.Id} {Ts}{(IsEphemeral ? $" only for {OnlyFor}" : "")}: {AllText}";
}
