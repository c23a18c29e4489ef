using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Blocks;

/// <summary>Slack gives every block and element an id that was sent without.</summary>
internal static class BlockIds
{
    private static readonly HashSet<string> Silent = ["image", "plain_text", "mrkdwn"];

    public static void Fill(JsonNode? blocks, SlackWorld world)
    {
        foreach (var block in Nodes.Objects(blocks))
        {
            block["block_id"] ??= world.Secret(5);
            IEnumerable<JsonNode?> elements = (string?)block["type"] switch
            {
                "actions" => (block["elements"] as JsonArray)?.AsEnumerable() ?? [],
                "input" => new[] { block["element"] },
                "section" => new[] { block["accessory"] },
                _ => [],
            };
            foreach (var element in elements.OfType<JsonObject>().Where(element => !Silent.Contains((string?)element["type"] ?? "")))
                element["action_id"] ??= world.Secret(5);
        }
    }
}
