using System.Text.Json.Nodes;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>The workspace, and Do Not Disturb.</summary>
internal static class TeamMethods
{
    public static JsonObject Info(ApiCall call)
    {
        var id = call.Text("team");
        var workspace = id is { Length: > 0 } ? call.World.Workspaces.GetValueOrDefault(id) : call.Workspace();
        if (workspace is null || !call.Installation.Covers(workspace))
            throw new ApiError("team_not_found");
        var team = new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name, ["domain"] = workspace.Domain, ["email_domain"] = "", ["x_unknown"] = 1 };
        if (workspace.EnterpriseId is { } enterprise)
            (team["enterprise_id"], team["enterprise_name"]) = (enterprise, workspace.EnterpriseName);
        return Ok(("team", team));
    }

    public static JsonObject Dnd(ApiCall call)
    {
        var answer = Ok();
        foreach (var (name, value) in Of(call.User(call.Need("user"))))
            answer[name] = value?.DeepClone();
        answer["snooze_enabled"] = false;
        return answer;
    }

    public static JsonObject TeamDnd(ApiCall call)
    {
        var ids = call.Need("users").Split(',');
        if (ids.Length > 50)
            throw new ApiError("too_many_users");
        var users = new JsonObject();
        foreach (var id in ids.Where(call.World.Users.ContainsKey))
            users[id] = Of(call.World.Users[id]);
        return Ok(("users", users));
    }

    private static JsonObject Of(SlackUser user) => new()
    {
        ["dnd_enabled"] = user.Dnd is not null,
        ["next_dnd_start_ts"] = user.Dnd?.Start ?? 1,
        ["next_dnd_end_ts"] = user.Dnd?.End ?? 1,
    };
}
