using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Api;

namespace NudgeBot.Tests.Support.Slack.Blocks;

/// <summary>Modals and Home tabs as wholes.</summary>
internal static class ViewRules
{
    public static void Demand(JsonObject view, string type)
    {
        if (view.ToJsonString().Length > 250_000)
            throw new ApiError("view_too_large");
        var faults = new Faults();
        if ((string?)view["type"] != type)
            faults.Add("/view/type", $"must be {type}");
        Check(view, faults, "/view");
        faults.Demand("invalid_arguments");
    }

    public static void Check(JsonObject view, Faults faults, string at = "")
    {
        var type = faults.String(view, at, "type", 20, required: true);
        if (type is not (null or "modal" or "home"))
            faults.Add($"{at}/type", $"unsupported type: {type}");
        faults.String(view, at, "private_metadata", 3000);
        faults.String(view, at, "callback_id", 255);
        faults.String(view, at, "external_id", 255);
        if (type is "modal")
        {
            faults.Only(view, at, "type", "title", "submit", "close", "blocks", "private_metadata", "callback_id", "external_id", "clear_on_close", "notify_on_close", "submit_disabled");
            faults.Text(view, at, "title", 24, "plain_text", required: true);
            faults.Text(view, at, "submit", 24, "plain_text");
            faults.Text(view, at, "close", 24, "plain_text");
        }
        else
        {
            faults.Only(view, at, "type", "blocks", "private_metadata", "callback_id", "external_id");
        }

        var blocks = view["blocks"] as JsonArray;
        if (blocks is null)
            faults.Add(at, "missing required field: blocks");
        BlockRules.Check(blocks ?? [], type is "home" ? "home" : "modal", faults, $"{at}/blocks");
        if (type is "modal" && view["submit"] is null && (blocks ?? []).Any(block => (string?)block?["type"] is "input"))
            faults.Add(at, "missing required field: submit");
    }
}
