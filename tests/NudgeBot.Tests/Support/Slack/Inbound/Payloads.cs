using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Inbound;

/// <summary>The shapes of what Slack sends, for workspace and org-wide installations.</summary>
internal static class Payloads
{
    /// <summary>
    /// What every interactivity payload has. An org-wide installation has no team in it. For members of another workspace in a Slack Connect
    /// channel the team is the app's, but in views it is the user's own; the view then says where the app is installed.
    /// </summary>
    public static JsonObject Interaction(string type, SlackUser user, Trigger trigger, SlackApp app)
    {
        var installation = trigger.Installation;
        var home = trigger.View is null ? installation.Workspace ?? user.Workspace : user.Workspace;
        var team = new JsonObject { ["id"] = home.Id, ["domain"] = home.Domain };
        if (home.EnterpriseId is { } enterprise)
            (team["enterprise_id"], team["enterprise_name"]) = (enterprise, home.EnterpriseName);
        return new()
        {
            ["type"] = type,
            ["token"] = app.VerificationToken,
            ["api_app_id"] = app.Id,
            ["team"] = installation.IsOrg ? null : team,
            ["enterprise"] = Enterprise(installation, home),
            ["is_enterprise_install"] = installation.IsOrg,
            ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = user.Workspace.Id },
            ["trigger_id"] = trigger.Id,
            ["x_unknown"] = new JsonObject { ["nested"] = new JsonArray(1) },
        };
    }

    /// <summary>A slash command's fields. Here whether the installation is org-wide is a word, not a JSON boolean.</summary>
    public static JsonObject Command(SlackUser user, SlackChannel channel, string command, string text, Trigger trigger, SlackApp app, string responseUrl)
    {
        var fields = new JsonObject
        {
            ["token"] = app.VerificationToken,
            ["team_id"] = user.Workspace.Id,
            ["team_domain"] = user.Workspace.Domain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.ShownName,
            ["user_id"] = user.Id,
            ["user_name"] = user.Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = app.Id,
            ["is_enterprise_install"] = trigger.Installation.IsOrg ? "true" : "false",
            ["response_url"] = responseUrl,
            ["trigger_id"] = trigger.Id,
            ["x_unknown"] = "1",
        };
        if (user.Workspace.EnterpriseId is { } enterprise)
            (fields["enterprise_id"], fields["enterprise_name"]) = (enterprise, user.Workspace.EnterpriseName);
        return fields;
    }

    /// <summary>The outer event. For a Slack Connect channel the workspace of the user and the one of the app can differ.</summary>
    public static JsonObject Event(SlackInstallation installation, SlackWorkspace? team, JsonObject body, SlackWorld world)
    {
        var own = installation.Workspace ?? team;
        var at = world.Now.ToUnixTimeSeconds();
        var inner = body.DeepClone().AsObject();
        inner["event_ts"] ??= world.NextTs();
        var shared = (string?)(inner["channel"] as JsonValue) is { } id && world.Channels.TryGetValue(id, out var channel) && channel.SharedWith.Count > 0;
        return new()
        {
            ["token"] = world.App.VerificationToken,
            ["team_id"] = (team ?? own)?.Id,
            ["enterprise_id"] = installation.EnterpriseId ?? own?.EnterpriseId,
            ["context_team_id"] = own?.Id ?? installation.EnterpriseId,
            ["context_enterprise_id"] = installation.EnterpriseId ?? own?.EnterpriseId,
            ["api_app_id"] = world.App.Id,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = world.NextId("Ev0"),
            ["event_time"] = at,
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = installation.EnterpriseId ?? own?.EnterpriseId,
                ["team_id"] = installation.IsOrg ? null : own?.Id,
                ["user_id"] = installation.BotUserId,
                ["is_bot"] = true,
                ["is_enterprise_install"] = installation.IsOrg,
            }),
            ["is_ext_shared_channel"] = shared,
            ["event_context"] = $"4-{world.Secret(20)}",
            ["x_unknown"] = new JsonObject(),
        };
    }

    private static JsonObject? Enterprise(SlackInstallation installation, SlackWorkspace workspace) =>
        (installation.EnterpriseId ?? workspace.EnterpriseId) is { } id ? new() { ["id"] = id, ["name"] = installation.EnterpriseName ?? workspace.EnterpriseName } : null;
}
