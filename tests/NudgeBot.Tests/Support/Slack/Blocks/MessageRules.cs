using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Blocks;

/// <summary>The content of messages, wherever they come from.</summary>
internal static class MessageRules
{
    /// <summary>Characters of a text before Slack cuts it.</summary>
    public const int MostText = 40_000;

    private static readonly string[] Kept = ["unfurl_links", "unfurl_media", "mrkdwn", "response_type"];

    /// <summary>Checks the arguments of a call and puts what makes the message into its body.</summary>
    public static void Take(ApiCall call, JsonObject body)
    {
        var given = new JsonObject();
        foreach (var name in new[] { "text", "markdown_text", "thread_ts" })
        {
            if (call.Text(name) is { } text)
                given[name] = text;
        }

        foreach (var name in new[] { "blocks", "attachments", "metadata" })
        {
            if (call.Node(name) is { } node)
                given[name] = node;
        }

        foreach (var name in Kept)
        {
            if (call.Arguments[name] is { } value)
                given[name] = value.DeepClone();
        }

        Take(given, body, call.World);
    }

    public static void Take(JsonObject given, JsonObject body, SlackWorld world)
    {
        var text = (string?)given["text"];
        if (given["markdown_text"] is { } markdown)
        {
            if (text is not null || given["blocks"] is not null)
                throw new ApiError("markdown_text_conflict");
            if (((string)markdown!).Length > 12_000)
                throw new ApiError("msg_too_long");
        }
        else if (string.IsNullOrEmpty(text) && given["blocks"] is not JsonArray { Count: > 0 } && given["attachments"] is not JsonArray { Count: > 0 })
        {
            throw new ApiError("no_text");
        }

        if (given["blocks"] is not (null or JsonArray))
            throw new ApiError("invalid_blocks_format");
        if (given["blocks"] is JsonArray blocks)
        {
            var faults = new Faults();
            BlockRules.Check(blocks, "message", faults);
            faults.Demand();
            if (blocks.ToJsonString().Length > 100_000)
                throw new ApiError("msg_blocks_too_long");
        }

        if (given["attachments"] is JsonArray { Count: > 100 })
            throw new ApiError("too_many_attachments");
        Metadata(given["metadata"]);
        foreach (var (name, value) in given)
            body[name] = value?.DeepClone();
        if (text?.Length > MostText)
            body["text"] = text[..MostText];
        body["text"] ??= "";
        BlockIds.Fill(body["blocks"], world);
    }

    private static void Metadata(JsonNode? metadata)
    {
        if (metadata is null or JsonObject { Count: 0 })
            return;
        if (metadata["event_type"]?.GetValueKind() is not JsonValueKind.String || metadata["event_payload"] is not JsonObject)
            throw new ApiError("invalid_metadata_format");
        if (metadata.ToJsonString().Length > 16_000)
            throw new ApiError("metadata_too_large");
    }
}
