using System.Text.Json.Nodes;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Accounts.</summary>
internal static class UserMethods
{
    public static JsonObject Info(ApiCall call) => Ok(("user", Shown(call, call.User(call.Need("user")))));

    public static JsonObject List(ApiCall call)
    {
        var workspace = call.Workspace();
        return Pages.Of(call, "members", [.. call.World.Users.Values.Where(user => user.Workspace == workspace).OrderBy(user => user.Id, StringComparer.Ordinal).Select(user => Shown(call, user))], 1000);
    }

    public static JsonObject ByEmail(ApiCall call)
    {
        var email = call.Need("email");
        var user = call.World.Users.Values.FirstOrDefault(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase) && !user.IsDeleted && call.Installation.Covers(user.Workspace));
        return user is null ? throw new ApiError("users_not_found") : Ok(("user", Shown(call, user)));
    }

    private static JsonObject Shown(ApiCall call, SlackUser user) =>
        user.ToJson(call.World.Now, call.Flag("include_locale"), call.Token!.Scopes.Contains("users:read.email"));
}
