using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.Blocks;

namespace NudgeBot.Tests.Support.Slack.World;

/// <summary>A response_url: five uses within thirty minutes.</summary>
internal sealed record ResponseAddress(SlackUser User, SlackChannel Channel, SlackInstallation Installation, string Trigger, SlackMessage? Message, DateTimeOffset ExpiresAt)
{
    public int Uses { get; set; }
}

/// <summary>Response addresses, and the messages that answers make.</summary>
internal sealed partial class SlackWorld
{
    private readonly Dictionary<string, ResponseAddress> responses = [];

    public string NewResponseUrl(string kind, SlackUser user, SlackChannel channel, Trigger trigger, SlackMessage? message = null)
    {
        var secret = Secret(24);
        responses[secret] = new(user, channel, trigger.Installation, trigger.Id, message, Now.AddMinutes(30));
        return new Uri(Address, $"{kind}/{secret}").AbsoluteUri;
    }

    /// <summary>Takes an answer in; throws what Slack would answer with status 404.</summary>
    public void Respond(string secret, JsonObject given)
    {
        if (!responses.TryGetValue(secret, out var address) || !address.Installation.IsActive)
            throw new ApiError("invalid_url");
        if (Now > address.ExpiresAt)
            throw new ApiError("expired_url");
        if (address.Uses >= 5)
            throw new ApiError("used_url");
        address.Uses++;
        Answer(given, address.User, address.Channel, address.Installation, address.Trigger, address.Message, MessageSource.ResponseUrl);
    }

    /// <summary>Makes, replaces or deletes a message as an answer says. Ephemeral unless it says otherwise.</summary>
    public void Answer(JsonObject given, SlackUser user, SlackChannel channel, SlackInstallation installation, string trigger, SlackMessage? origin, MessageSource source)
    {
        var (replaces, deletes) = (True(given, "replace_original"), True(given, "delete_original"));
        if (deletes && origin is not null)
            origin.IsDeleted = true;
        if (deletes && given["text"] is null && given["blocks"] is null)
            return;
        var body = new JsonObject { ["type"] = "message", ["user"] = installation.BotUserId, ["bot_id"] = installation.BotId, ["app_id"] = installation.App.Id };
        MessageRules.Take(given, body, this);
        if (replaces && origin is not null)
        {
            origin.Change(body, Now, keeps: false);
            return;
        }

        body["ts"] = NextTs();
        var open = (string?)given["response_type"] is "in_channel";
        Messages.Add(new(channel, body, source) { OnlyFor = open ? null : user.Id, AnswerTo = trigger });
    }

    private static bool True(JsonObject given, string name) => given[name]?.ToJsonString() is "true" or "\"true\"";
}
