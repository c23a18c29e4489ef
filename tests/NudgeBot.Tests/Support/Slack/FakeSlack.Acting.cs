using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Inbound;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>What people do. Every method sends to the bot, waits for the acknowledgement, and lets it act.</summary>
internal sealed partial class FakeSlack
{
    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>Types a slash command. Text is sent as it is: write mentions as Slack would (&lt;@U2|bob&gt;, or plain @bob).</summary>
    /// <param name="channel">A channel's id; null: the DM with the bot.</param>
    public async Task<SlackDelivery> CommandAsync(string user, string command, string text, string? channel = "C1", Tampering? tampering = null)
    {
        var (who, trigger) = Begin(user);
        JsonObject fields;
        SlackChannel where;
        lock (world.Gate)
        {
            where = channel is null ? Direct(who, trigger.Installation) : world.Channels[channel];
            fields = Payloads.Command(who, where, command, text, trigger, App, world.NewResponseUrl("commands", who, where, trigger));
        }

        return TakeCommandAnswer(await sender.CommandAsync(fields, trigger.Id, tampering), who, where, trigger);
    }

    /// <summary>Presses a button or chooses in a message, ephemeral or not. For choices <paramref name="value"/> is the option's value, a user's id, a date and so on.</summary>
    public async Task<SlackDelivery> PressAsync(string user, SlackMessage message, string actionId, string? value = null, IReadOnlyDictionary<string, string?>? state = null, Tampering? tampering = null)
    {
        var (who, trigger) = Begin(user);
        JsonObject payload;
        lock (world.Gate)
        {
            var (block, element) = Find(message.Body["blocks"], actionId, value, message.ToString());
            payload = Payloads.Interaction("block_actions", who, trigger, App);
            payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = message.IsEphemeral };
            payload["channel"] = new JsonObject { ["id"] = message.Channel.Id, ["name"] = message.Channel.ShownName };
            if (!message.IsEphemeral)
                payload["message"] = message.Shown(metadata: true);
            if (message.ThreadTs is { } thread)
                payload["container"]!["thread_ts"] = thread;
            payload["state"] = new JsonObject { ["values"] = Actions.State(message.Body["blocks"], state ?? Nothing) };
            payload["response_url"] = world.NewResponseUrl("actions", who, message.Channel, trigger, message);
            payload["actions"] = new JsonArray(Actions.Pressed(block, element, value, world.NextTs()));
        }

        return OnlyEmpty(await sender.InteractAsync(payload, trigger.Id, tampering));
    }

    /// <summary>Presses or chooses in a modal or on the Home tab.</summary>
    public async Task<SlackDelivery> PressAsync(string user, SlackView view, string actionId, string? value = null, IReadOnlyDictionary<string, string?>? state = null, Tampering? tampering = null)
    {
        var (who, trigger) = Begin(user, view);
        JsonObject payload;
        lock (world.Gate)
        {
            var (block, element) = Find(view.Body["blocks"], actionId, value, view.ToString());
            payload = Payloads.Interaction("block_actions", who, trigger, App);
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["view"] = WithState(view, state ?? Nothing);
            payload["actions"] = new JsonArray(Actions.Pressed(block, element, value, world.NextTs()));
        }

        return OnlyEmpty(await sender.InteractAsync(payload, trigger.Id, tampering));
    }

    /// <summary>Runs a global shortcut.</summary>
    public async Task<SlackDelivery> ShortcutAsync(string user, string callbackId)
    {
        var (who, trigger) = Begin(user);
        var payload = Payloads.Interaction("shortcut", who, trigger, App);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = world.NextTs();
        return OnlyEmpty(await sender.InteractAsync(payload, trigger.Id, null));
    }

    /// <summary>Runs a message shortcut on anybody's message.</summary>
    public async Task<SlackDelivery> MessageShortcutAsync(string user, SlackMessage message, string callbackId)
    {
        var (who, trigger) = Begin(user);
        var payload = Payloads.Interaction("message_action", who, trigger, App);
        lock (world.Gate)
        {
            payload["callback_id"] = callbackId;
            payload["action_ts"] = world.NextTs();
            payload["message_ts"] = message.Ts;
            payload["message"] = message.Shown(metadata: false);
            payload["channel"] = new JsonObject { ["id"] = message.Channel.Id, ["name"] = message.Channel.ShownName };
            payload["response_url"] = world.NewResponseUrl("actions", who, message.Channel, trigger);
        }

        return OnlyEmpty(await sender.InteractAsync(payload, trigger.Id, null));
    }

    private static (JsonObject Block, JsonObject Element) Find(JsonNode? blocks, string actionId, string? value, string where)
    {
        var found = Nodes.Elements(blocks).Where(entry => (string?)entry.Element["action_id"] == actionId).ToList();
        var exact = found.Find(entry => value is not null && (string?)entry.Element["value"] == value);
        return exact.Element is not null ? exact : found.Count > 0 ? found[0] : throw new InvalidOperationException($"Nothing called {actionId} in {where}.");
    }

    private static SlackDelivery OnlyEmpty(SlackDelivery delivery) =>
        delivery is { IsOk: true, Answer.Length: > 0 } && delivery.Answer != "{}" ? delivery with { Error = $"invalid_response: {delivery.Kind} is acknowledged with an empty body" } : delivery;

    private (SlackUser User, Trigger Trigger) Begin(string user, SlackView? view = null)
    {
        lock (world.Gate)
        {
            var who = world.Users[user];
            var installation = view?.Installation ?? world.InstallationOf(who.Workspace)
                ?? world.Installations.First(one => one.IsActive && world.Channels.Values.Any(channel => channel.Members.Contains(user) && channel.Members.Contains(one.BotUserId)));
            return (who, world.NewTrigger(who, installation, view));
        }
    }

    private SlackChannel Direct(SlackUser user, SlackInstallation installation) => world.DirectOf(installation, user) ?? world.OpenDirect(installation, user);
}
