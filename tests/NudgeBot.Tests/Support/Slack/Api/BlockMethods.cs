using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Blocks;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>blocks.validate: checks blocks, a view or a message without a token.</summary>
internal static class BlockMethods
{
    public static JsonObject Validate(ApiCall call)
    {
        var given = new[] { "blocks", "view", "message" }.Where(name => call.Arguments[name] is not null).ToList();
        if (given is not [var kind])
            throw ApiError.Arguments("exactly one of blocks, view, message must be given");
        var node = call.Node(kind);
        var faults = new Faults();
        if (kind is "view")
            ViewRules.Check(node as JsonObject ?? [], faults);
        else
            BlockRules.Check((kind is "message" ? node?["blocks"] : node) as JsonArray ?? [], "message", faults, kind is "message" ? "/blocks" : "");
        if (faults.Count > 0)
            throw new ApiError("invalid_blocks", new() { ["errors"] = new JsonArray([.. faults.Select(fault => (JsonNode)fault.ToJson())]) });
        return ApiMethod.Ok();
    }
}
