using System.Globalization;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.Blocks;

namespace NudgeBot.Tests.Support.Slack.World;

/// <summary>Modals stand in a stack of three for each user; the Home tab stands alone.</summary>
internal sealed partial class SlackWorld
{
    public SlackView? TopView(string user) => Views.LastOrDefault(view => view.User == user && view.IsOpen && view.Type is "modal");

    public SlackView? HomeOf(SlackUser user, SlackInstallation installation) =>
        Views.LastOrDefault(view => view.User == user.Id && view.Type is "home" && view.Installation == installation);

    /// <summary>Shows a new view: on top of another one, or as the root in place of what was open.</summary>
    public SlackView ShowView(JsonObject body, Trigger trigger, SlackView? above)
    {
        if (above is null && (string?)body["type"] is "modal")
            CloseAll(trigger.User);
        if (Views.Count(view => view.User == trigger.User && view.IsOpen && view.Type is "modal") >= 3)
            throw new ApiError("push_limit_reached");
        if ((string?)body["external_id"] is { Length: > 0 } external && Views.Exists(view => view.IsOpen && (string?)view.Body["external_id"] == external && view.Installation == trigger.Installation))
            throw new ApiError("duplicate_external_id");
        var id = NextId("V");
        var view = new SlackView(new() { ["id"] = id, ["root_view_id"] = above?.Body["root_view_id"]?.DeepClone() ?? id, ["previous_view_id"] = above?.Id }, trigger.User, trigger.Installation);
        view.Body = Dressed(view, body, trigger.Workspace.Id);
        Views.Add(view);
        Changed();
        return view;
    }

    public void ChangeView(SlackView view, JsonObject body)
    {
        view.Body = Dressed(view, body, (string)view.Body["team_id"]!);
        view.Updates++;
        Changed();
    }

    public void CloseAll(string user)
    {
        foreach (var view in Views.Where(view => view.User == user && view.Type is "modal"))
            view.IsOpen = false;
    }

    private JsonObject Dressed(SlackView view, JsonObject given, string team)
    {
        var body = given.DeepClone().AsObject();
        BlockIds.Fill(body["blocks"], this);
        body["id"] = view.Id;
        body["team_id"] = team;
        body["root_view_id"] = view.Body["root_view_id"]?.DeepClone();
        body["previous_view_id"] = view.Body["previous_view_id"]?.DeepClone();
        body["app_id"] = view.Installation.App.Id;
        body["app_installed_team_id"] = view.Installation.Workspace?.Id ?? view.Installation.EnterpriseId;
        body["bot_id"] = view.Installation.BotId;
        body["state"] ??= new JsonObject { ["values"] = new JsonObject() };
        body["callback_id"] ??= "";
        body["private_metadata"] ??= "";
        body["external_id"] ??= "";
        body["clear_on_close"] ??= false;
        body["notify_on_close"] ??= false;
        body["hash"] = string.Create(CultureInfo.InvariantCulture, $"{Now.ToUnixTimeSeconds()}.{Secret(8)}");
        body["x_unknown"] = new JsonObject { ["nested"] = true };
        return body;
    }
}
