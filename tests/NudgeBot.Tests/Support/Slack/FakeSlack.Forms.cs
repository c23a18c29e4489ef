using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Inbound;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>What people do in modals.</summary>
internal sealed partial class FakeSlack
{
    /// <summary>Submits a modal. Values stand by action id or block id; fields that are not named keep what stood there at first.</summary>
    public async Task<SlackDelivery> SubmitAsync(string user, SlackView view, IReadOnlyDictionary<string, string?>? values = null, Tampering? tampering = null)
    {
        var (who, trigger) = Begin(user, view);
        JsonObject payload;
        lock (world.Gate)
        {
            payload = Payloads.Interaction("view_submission", who, trigger, App);
            payload["view"] = WithState(view, values ?? Nothing);
            payload["response_urls"] = new JsonArray();
        }

        return TakeViewAnswer(await sender.InteractAsync(payload, trigger.Id, tampering), view, trigger);
    }

    /// <summary>Closes a modal; the bot hears of it only where the view asked to.</summary>
    /// <param name="all">By the cross, which closes the whole stack.</param>
    /// <returns>Null where nothing was sent.</returns>
    public async Task<SlackDelivery?> CloseAsync(string user, SlackView view, bool all = false)
    {
        var (who, trigger) = Begin(user, view);
        JsonObject payload;
        lock (world.Gate)
        {
            payload = Payloads.Interaction("view_closed", who, trigger, App);
            payload.Remove("trigger_id");
            payload["view"] = view.Body.DeepClone();
            payload["is_cleared"] = all;
            view.IsOpen = false;
            if (all)
                world.CloseAll(user);
        }

        return view.Json.GetProperty("notify_on_close").GetBoolean() ? OnlyEmpty(await sender.InteractAsync(payload, trigger.Id, null)) : null;
    }

    /// <summary>Types into an external select; the answer's <see cref="SlackDelivery.Json"/> holds the options.</summary>
    public async Task<SlackDelivery> OptionsAsync(string user, SlackView view, string actionId, string typed)
    {
        var (who, trigger) = Begin(user, view);
        var payload = Payloads.Interaction("block_suggestion", who, trigger, App);
        lock (world.Gate)
        {
            var (block, _) = Find(view.Body["blocks"], actionId, null, view.ToString());
            payload.Remove("trigger_id");
            payload["action_id"] = actionId;
            payload["block_id"] = (string)block["block_id"]!;
            payload["value"] = typed;
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["view"] = view.Body.DeepClone();
        }

        return OnlyOptions(await sender.InteractAsync(payload, "", null));
    }

    private static SlackDelivery OnlyOptions(SlackDelivery delivery)
    {
        if (!delivery.IsOk)
            return delivery;
        var json = delivery.Json;
        var good = json.ValueKind is JsonValueKind.Object && ((json.TryGetProperty("options", out var options) && options.GetArrayLength() <= 100) || json.TryGetProperty("option_groups", out _));
        return good ? delivery : delivery with { Error = "invalid_response: no options, or more than 100" };
    }

    private static JsonObject WithState(SlackView view, IReadOnlyDictionary<string, string?> values)
    {
        var body = view.Body.DeepClone().AsObject();
        body["state"] = new JsonObject { ["values"] = Actions.State(body["blocks"], values) };
        return body;
    }
}
