using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack;

internal enum ChannelKind
{
    Public,
    Private,
    Direct,
}

/// <summary>A channel or a DM with the bot.</summary>
internal sealed class SlackChannel
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required SlackWorkspace Workspace { get; init; }

    public ChannelKind Kind { get; init; }

    /// <summary>Other workspaces that share it by Slack Connect.</summary>
    public List<SlackWorkspace> SharedWith { get; } = [];

    /// <summary>Ids of users and of bot users.</summary>
    public HashSet<string> Members { get; init; } = [];

    public bool IsArchived { get; set; }

    public string? Creator { get; set; }

    public bool IsIn(SlackWorkspace workspace) => Workspace == workspace || SharedWith.Contains(workspace);

    /// <summary>What commands and payloads call it: literal words stand for DMs and private channels.</summary>
    public string ShownName => Kind switch { ChannelKind.Direct => "directmessage", ChannelKind.Private => "privategroup", _ => Name };

    public JsonObject ToJson(string? seenBy)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["created"] = 1449252889,
            ["is_im"] = Kind is ChannelKind.Direct,
            ["is_channel"] = Kind is ChannelKind.Public,
            ["is_group"] = Kind is ChannelKind.Private,
            ["is_private"] = Kind is not ChannelKind.Public,
            ["is_archived"] = IsArchived,
            ["is_ext_shared"] = SharedWith.Count > 0,
            ["context_team_id"] = Workspace.Id,
            ["x_unknown"] = new JsonObject { ["nested"] = true },
        };
        if (Kind is ChannelKind.Direct)
        {
            json["user"] = Members.FirstOrDefault(member => member != seenBy);
            json["is_open"] = true;
            return json;
        }

        json["name"] = Name;
        json["name_normalized"] = Name;
        json["creator"] = Creator;
        json["is_general"] = Name == "general";
        json["is_member"] = seenBy is not null && Members.Contains(seenBy);
        json["num_members"] = Members.Count;
        json["topic"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
        json["purpose"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
        return json;
    }
}
