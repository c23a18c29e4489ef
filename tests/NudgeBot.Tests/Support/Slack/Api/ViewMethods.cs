using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Blocks;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Modals and the Home tab.</summary>
internal static class ViewMethods
{
    public static JsonObject Open(ApiCall call) => Shown(call.World.ShowView(Checked(call, "modal"), Spent(call), null));

    public static JsonObject Push(ApiCall call)
    {
        var view = Checked(call, "modal");
        var trigger = Spent(call);
        var above = call.World.TopView(trigger.User) ?? throw new ApiError("invalid_trigger_id");
        return Shown(call.World.ShowView(view, trigger, above));
    }

    public static JsonObject Update(ApiCall call)
    {
        var (id, external) = (call.Text("view_id"), call.Text("external_id"));
        var view = call.World.Views.LastOrDefault(view => view.Installation == call.Installation && (id is { Length: > 0 } ? view.Id == id : external is { Length: > 0 } && (string?)view.Body["external_id"] == external));
        if (view is null || !view.IsOpen)
            throw new ApiError("not_found");
        if (call.Text("hash") is { Length: > 0 } hash && hash != view.Hash)
            throw new ApiError("hash_conflict");
        call.World.ChangeView(view, Checked(call, view.Type));
        return Shown(view);
    }

    public static JsonObject Publish(ApiCall call)
    {
        if (!call.World.Users.TryGetValue(call.Need("user_id"), out var user) || !(call.Installation.Covers(user.Workspace) || user.IsStranger))
            throw ApiError.Arguments("invalid `user_id`");
        var body = Checked(call, "home");
        var home = call.World.HomeOf(user, call.Installation);
        if (call.Text("hash") is { Length: > 0 } hash && home is not null && hash != home.Hash)
            throw new ApiError("hash_conflict");
        if (home is null)
            home = call.World.ShowView(body, new(user.Id, user.Workspace, call.Installation), null);
        else
            call.World.ChangeView(home, body);
        return Shown(home);
    }

    private static World.Trigger Spent(ApiCall call) => call.World.SpendTrigger(call.Text("trigger_id") ?? call.Text("interactivity_pointer") ?? throw ApiError.Arguments("missing required field: trigger_id"), call.Installation);

    private static JsonObject Checked(ApiCall call, string type)
    {
        if (call.Node("view") is not JsonObject view)
            throw ApiError.Arguments("missing required field: view");
        ViewRules.Demand(view, type);
        return view;
    }

    private static JsonObject Shown(SlackView view) => Ok(("view", view.Body.DeepClone()), ("response_metadata", new JsonObject { ["messages"] = new JsonArray() }));
}
