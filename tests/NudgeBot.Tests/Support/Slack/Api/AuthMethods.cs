using System.Text.Json.Nodes;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Who a token is, and its end.</summary>
internal static class AuthMethods
{
    public static JsonObject ApiTest(ApiCall call) => Ok(("args", call.Arguments.DeepClone()));

    public static JsonObject Test(ApiCall call)
    {
        var installation = call.Installation;
        var answer = Ok(
            ("url", installation.Workspace is { } workspace ? $"https://{workspace.Domain}.slack.com/" : "https://org.enterprise.slack.com/"),
            ("team", installation.Workspace?.Name ?? installation.EnterpriseName),
            ("user", "nudgebot"),
            ("team_id", installation.Workspace?.Id ?? installation.EnterpriseId),
            ("user_id", installation.BotUserId),
            ("bot_id", installation.BotId),
            ("is_enterprise_install", installation.IsOrg),
            ("x_unknown", new JsonObject { ["nested"] = true }));
        if ((installation.EnterpriseId ?? installation.Workspace?.EnterpriseId) is { } enterprise)
            answer["enterprise_id"] = enterprise;
        return answer;
    }

    public static JsonObject Revoke(ApiCall call)
    {
        if (call.Flag("test"))
            return Ok(("revoked", false));
        var token = call.Token!;
        token.IsRevoked = true;
        // Without rotation a bot's token stands for the installation; with it, for itself.
        if (!call.Installation.App.TokenRotation)
            call.World.End(call.Installation);
        return Ok(("revoked", true));
    }

    public static JsonObject Teams(ApiCall call)
    {
        IEnumerable<SlackWorkspace> all = call.Installation.Workspace is { } own ? [own] : call.Installation.Granted;
        return Pages.Of(call, "teams", [.. all.Select(workspace => new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name })], 100);
    }

    public static JsonObject Uninstall(ApiCall call)
    {
        if (call.Need("client_id") != call.Installation.App.ClientId)
            throw new ApiError("invalid_client_id");
        if (call.Need("client_secret") != call.Installation.App.ClientSecret)
            throw new ApiError("bad_client_secret");
        call.World.End(call.Installation);
        return Ok();
    }
}
