using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Inbound;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>Events: what happens in the workspace, told to the bot with Slack's retries.</summary>
internal sealed partial class FakeSlack
{
    /// <summary>Sends any event as if this user had caused it; "type" must be in it.</summary>
    public Task<SlackDelivery> EventAsync(string user, JsonObject body, Tampering? tampering = null)
    {
        var (who, trigger) = Begin(user);
        return SendEventAsync(trigger.Installation, who.Workspace, body, tampering);
    }

    /// <summary>Sends the same outer event again under its own id: what Slack does when an answer got lost.</summary>
    public Task<SlackDelivery> ResendAsync(SlackDelivery earlier) => sender.EventAsync(JsonNode.Parse(earlier.Body)!.AsObject(), null);

    /// <summary>Sends exactly the same bytes and headers again, signature and all.</summary>
    public Task<SlackDelivery> ReplayAsync(SlackDelivery earlier) =>
        sender.ReplayAsync(earlier, earlier.Body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");

    /// <summary>Asks the bot whether it is the right address: the answer must be the challenge.</summary>
    public Task<SlackDelivery> VerifyUrlAsync(string challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", Tampering? tampering = null) =>
        sender.EventAsync(new() { ["token"] = App.VerificationToken, ["challenge"] = challenge, ["type"] = "url_verification" }, tampering);

    /// <summary>Opens the app's Home tab (or its messages tab).</summary>
    public Task<SlackDelivery> OpenHomeAsync(string user, string tab = "home")
    {
        var (who, trigger) = Begin(user);
        var body = new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["tab"] = tab };
        lock (world.Gate)
        {
            body["channel"] = Direct(who, trigger.Installation).Id;
            if (tab is "home" && world.HomeOf(who, trigger.Installation) is { } home)
                body["view"] = home.Body.DeepClone();
        }

        return SendEventAsync(trigger.Installation, who.Workspace, body, null);
    }

    /// <summary>Writes a message: in a DM with the bot (null) the bot hears of it, in a channel only where it is mentioned.</summary>
    public async Task<(SlackMessage Message, SlackDelivery? Delivery)> SayAsync(string user, string text, string? channel = null, string? threadTs = null)
    {
        var (who, trigger) = Begin(user);
        SlackMessage message;
        lock (world.Gate)
        {
            var where = channel is null ? Direct(who, trigger.Installation) : world.Channels[channel];
            var body = new JsonObject { ["type"] = "message", ["user"] = user, ["text"] = text, ["ts"] = world.NextTs(), ["client_msg_id"] = world.Secret(32), ["team"] = who.Workspace.Id };
            if (threadTs is not null)
                body["thread_ts"] = threadTs;
            world.Messages.Add(message = new(where, body, MessageSource.User));
        }

        var told = message.Body.DeepClone().AsObject();
        told["channel"] = message.Channel.Id;
        if (message.Channel.Kind is ChannelKind.Direct)
            told["channel_type"] = "im";
        else if (text.Contains($"<@{trigger.Installation.BotUserId}", StringComparison.Ordinal))
            told["type"] = "app_mention";
        else
            return (message, null);
        told["event_ts"] = message.Ts;
        return (message, await SendEventAsync(trigger.Installation, who.Workspace, told, null));
    }

    /// <summary>Tells the bot that an account changed, with the account as it is now.</summary>
    public Task<SlackDelivery> UserChangedAsync(string user) =>
        EventAsync(user, new() { ["type"] = "user_change", ["user"] = world.Users[user].ToJson(world.Now), ["cache_ts"] = world.Now.ToUnixTimeSeconds() });

    /// <summary>Tells the bot of a new account; add it first.</summary>
    public Task<SlackDelivery> TeamJoinedAsync(string user) => EventAsync(user, new() { ["type"] = "team_join", ["user"] = world.Users[user].ToJson(world.Now) });

    /// <summary>Lets a user or the bot itself join a channel.</summary>
    public Task<SlackDelivery> JoinAsync(string userOrBot, string channel, string? inviter = null)
    {
        var where = world.Channels[channel];
        where.Members.Add(userOrBot);
        var installation = world.InstallationOf(where.Workspace)!;
        var body = new JsonObject { ["type"] = "member_joined_channel", ["user"] = userOrBot, ["channel"] = channel, ["channel_type"] = where.Kind is ChannelKind.Public ? "C" : "G", ["team"] = where.Workspace.Id };
        if (inviter is not null)
            body["inviter"] = inviter;
        return SendEventAsync(installation, where.Workspace, body, null);
    }

    private Task<SlackDelivery> SendEventAsync(SlackInstallation installation, SlackWorkspace? team, JsonObject body, Tampering? tampering)
    {
        JsonObject outer;
        lock (world.Gate)
            outer = Payloads.Event(installation, team, body, world);
        return sender.EventAsync(outer, tampering);
    }
}
