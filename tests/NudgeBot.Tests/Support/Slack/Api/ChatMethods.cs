using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Blocks;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Messages of the app.</summary>
internal static class ChatMethods
{
    public static JsonObject Post(ApiCall call)
    {
        var channel = Target(call);
        var body = Composed(call, channel);
        body["ts"] = call.World.NextTs();
        call.World.Messages.Add(new(channel, body, MessageSource.Api));
        var answer = Ok(("channel", channel.Id), ("ts", (string)body["ts"]!), ("message", Without(body, "metadata")), ("x_unknown", new JsonObject { ["nested"] = true }));
        if (call.Text("text")?.Length > MessageRules.MostText)
            (answer["warning"], answer["response_metadata"]) = ("message_truncated", new JsonObject { ["warnings"] = new JsonArray("message_truncated") });
        return answer;
    }

    public static JsonObject PostEphemeral(ApiCall call)
    {
        var channel = Target(call);
        var user = call.User(call.Need("user"));
        if (!channel.Members.Contains(user.Id))
            throw new ApiError("user_not_in_channel");
        var body = Composed(call, channel);
        body["ts"] = call.World.NextTs();
        call.World.Messages.Add(new(channel, body, MessageSource.Api) { OnlyFor = user.Id });
        return Ok(("message_ts", (string)body["ts"]!));
    }

    public static JsonObject Update(ApiCall call)
    {
        var message = Own(call, "cant_update_message");
        if (call.Text("text") is { Length: > 4000 })
            throw new ApiError("msg_too_long");
        var body = Composed(call, message.Channel);
        message.Change(body, call.World.Now, keeps: true);
        return Ok(("channel", message.Channel.Id), ("ts", message.Ts), ("text", message.Text), ("message", Without(message.Body, "metadata")));
    }

    public static JsonObject Delete(ApiCall call)
    {
        var message = Own(call, "cant_delete_message");
        message.IsDeleted = true;
        return Ok(("channel", message.Channel.Id), ("ts", message.Ts));
    }

    private static SlackMessage Own(ApiCall call, string refusal)
    {
        var channel = call.Channel();
        var ts = call.Need("ts");
        // An ephemeral message has a ts, but no API call finds it.
        var message = call.World.Messages.Find(message => message.Channel == channel && message.Ts == ts && !message.IsEphemeral && !message.IsDeleted)
            ?? throw new ApiError("message_not_found");
        return message.User == call.Installation.BotUserId ? message : throw new ApiError(refusal);
    }

    private static SlackChannel Target(ApiCall call)
    {
        var id = call.Need("channel");
        if (call.World.Users.TryGetValue(id, out var user))
        {
            call.User(id);
            if (user.IsBot)
                throw new ApiError("cannot_dm_bot");
            var known = call.World.DirectOf(call.Installation, user);
            return known is null && user.IsDeleted ? throw new ApiError("channel_not_found") : Open(known ?? call.World.OpenDirect(call.Installation, user), call);
        }

        return Open(call.Channel(), call);
    }

    private static SlackChannel Open(SlackChannel channel, ApiCall call)
    {
        if (channel.IsArchived)
            throw new ApiError("is_archived");
        if (!channel.Members.Contains(call.Installation.BotUserId) && !call.Token!.Scopes.Contains("chat:write.public"))
            throw new ApiError("not_in_channel");
        // A DM with an account that was deactivated takes messages all the same; nobody reads them.
        if (channel.Kind is ChannelKind.Direct && channel.Members.Any(member => call.World.Users.TryGetValue(member, out var user) && user.RefusesMessages))
            throw new ApiError("messages_tab_disabled");
        return channel;
    }

    private static JsonObject Composed(ApiCall call, SlackChannel channel)
    {
        var body = new JsonObject
        {
            ["type"] = "message",
            ["user"] = call.Installation.BotUserId,
            ["bot_id"] = call.Installation.BotId,
            ["app_id"] = call.Installation.App.Id,
            ["team"] = (call.Installation.Workspace ?? channel.Workspace).Id,
        };
        MessageRules.Take(call, body);
        return body;
    }

    internal static JsonObject Without(JsonObject body, string name)
    {
        var copy = body.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }
}
