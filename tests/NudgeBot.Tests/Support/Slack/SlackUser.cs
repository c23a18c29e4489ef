using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>An account; its settable properties can change at any time, as accounts do.</summary>
internal sealed class SlackUser
{
    public required string Id { get; init; }

    public required SlackWorkspace Workspace { get; init; }

    /// <summary>Further workspaces of the same organisation that the account is in.</summary>
    public List<SlackWorkspace> Others { get; } = [];

    /// <summary>The handle.</summary>
    public required string Name { get; set; }

    public string? RealName { get; set; }

    public string? Email { get; set; }

    public string TimeZone { get; set; } = "Europe/Berlin";

    public string Locale { get; set; } = "en-US";

    public bool IsDeleted { get; set; }

    public bool IsAdmin { get; set; }

    public bool IsOwner { get; set; }

    public bool IsBot { get; set; }

    /// <summary>A guest of several channels.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>From another workspace and in no shared channel with this one.</summary>
    public bool IsStranger { get; set; }

    /// <summary>The user has taken the app's messages away: writing to the DM fails.</summary>
    public bool RefusesMessages { get; set; }

    /// <summary>Do Not Disturb of the day, unix seconds, or null.</summary>
    public (long Start, long End)? Dnd { get; set; }

    /// <summary>Such as <c>:palm_tree:</c>; empty without a status.</summary>
    public string StatusEmoji { get; set; } = "";

    /// <summary>When the status ends, unix seconds; 0 where it stays.</summary>
    public long StatusExpiration { get; set; }

    public JsonObject ToJson(DateTimeOffset now, bool locale = true, bool email = true)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var profile = new JsonObject
        {
            ["real_name"] = RealName ?? Name,
            ["display_name"] = Name,
            ["image_72"] = $"https://a.slack-edge.com/{Id}.png",
            ["status_text"] = "",
            ["status_emoji"] = StatusEmoji,
            ["status_expiration"] = StatusExpiration,
            ["team"] = Workspace.Id,
            ["x_unknown"] = new JsonArray(1, "two"),
        };
        if (email && Email is not null)
            profile["email"] = Email;
        var json = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = Workspace.Id,
            ["name"] = Name,
            ["deleted"] = IsDeleted,
            ["color"] = "9f69e7",
            ["real_name"] = RealName ?? Name,
            ["profile"] = profile,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = now.ToUnixTimeSeconds(),
            ["x_unknown"] = new JsonObject { ["nested"] = true },
        };
        if (IsStranger)
            json["is_stranger"] = true;
        if (IsDeleted)
            return json;
        json["tz"] = TimeZone;
        json["tz_label"] = zone.StandardName;
        json["tz_offset"] = (int)zone.GetUtcOffset(now).TotalSeconds;
        json["is_admin"] = IsAdmin;
        json["is_owner"] = IsOwner;
        json["is_primary_owner"] = false;
        json["is_restricted"] = IsRestricted;
        json["is_ultra_restricted"] = false;
        if (locale)
            json["locale"] = Locale;
        if (Workspace.EnterpriseId is { } enterprise)
            json["enterprise_user"] = new JsonObject { ["id"] = Id, ["enterprise_id"] = enterprise, ["enterprise_name"] = Workspace.EnterpriseName, ["teams"] = new JsonArray([Workspace.Id, .. Others.Select(other => (JsonNode)other.Id)]) };
        return json;
    }
}
