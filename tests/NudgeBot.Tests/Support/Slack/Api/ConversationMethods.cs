using System.Text.Json.Nodes;
using static NudgeBot.Tests.Support.Slack.Api.ApiMethod;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>Channels, DMs and their history.</summary>
internal static class ConversationMethods
{
    public static JsonObject Open(ApiCall call)
    {
        if (call.Text("channel") is { Length: > 0 })
            return Ok(("no_op", true), ("already_open", true), ("channel", new JsonObject { ["id"] = call.Channel().Id }));
        var ids = (call.Text("users") ?? throw new ApiError("users_list_not_supplied")).Split(',');
        if (ids.Length is not 1)
            throw new ApiError(ids.Length > 8 ? "too_many_users" : "not_supported_by_this_fake");
        var user = call.User(ids[0]);
        if (user.IsDeleted)
            throw new ApiError("user_disabled");
        if (user.IsBot)
            throw new ApiError("cannot_dm_bot");
        var known = call.World.DirectOf(call.Installation, user);
        if (known is null && call.Flag("prevent_creation"))
            throw new ApiError("channel_not_found");
        var channel = known ?? call.World.OpenDirect(call.Installation, user);
        var shown = call.Flag("return_im") ? channel.ToJson(call.Installation.BotUserId) : new JsonObject { ["id"] = channel.Id };
        return known is null ? Ok(("channel", shown)) : Ok(("no_op", true), ("already_open", true), ("channel", shown));
    }

    public static JsonObject Info(ApiCall call)
    {
        var channel = call.Channel();
        var json = channel.ToJson(call.Installation.BotUserId);
        if (call.Flag("include_locale"))
            json["locale"] = "en-US";
        return Ok(("channel", json));
    }

    public static JsonObject List(ApiCall call)
    {
        var workspace = call.Workspace();
        return Listed(call, call.World.Channels.Values.Where(channel => channel.IsIn(workspace)
            && (channel.Kind is ChannelKind.Public || channel.Members.Contains(call.Installation.BotUserId))));
    }

    public static JsonObject OfUser(ApiCall call)
    {
        var user = call.Text("user") is { Length: > 0 } id ? call.User(id).Id : call.Installation.BotUserId;
        var workspace = call.Workspace();
        return Listed(call, call.World.Channels.Values.Where(channel => channel.Members.Contains(user) && channel.IsIn(workspace)
            && (channel.Kind is ChannelKind.Public || channel.Members.Contains(call.Installation.BotUserId))));
    }

    public static JsonObject Members(ApiCall call) =>
        Pages.Of(call, "members", [.. call.Channel().Members.Select(member => (JsonNode)member)], 100);

    public static JsonObject Join(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.Kind is not ChannelKind.Public)
            throw new ApiError("method_not_supported_for_channel_type");
        if (channel.IsArchived)
            throw new ApiError("is_archived");
        var already = !channel.Members.Add(call.Installation.BotUserId);
        var answer = Ok(("channel", channel.ToJson(call.Installation.BotUserId)));
        if (already)
        {
            answer["warning"] = "already_in_channel";
            answer["response_metadata"] = new JsonObject { ["warnings"] = new JsonArray("already_in_channel") };
        }

        return answer;
    }

    public static JsonObject History(ApiCall call)
    {
        var channel = Readable(call);
        var found = Kept(call, channel).Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts).OrderByDescending(message => message.Ts, StringComparer.Ordinal);
        return Shown(call, found);
    }

    public static JsonObject Replies(ApiCall call)
    {
        var channel = Readable(call);
        var thread = call.Need("ts");
        var found = Kept(call, channel).Where(message => message.Ts == thread || message.ThreadTs == thread).OrderBy(message => message.Ts, StringComparer.Ordinal).ToList();
        return found.Count > 0 ? Shown(call, found) : throw new ApiError("thread_not_found");
    }

    private static JsonObject Listed(ApiCall call, IEnumerable<SlackChannel> channels)
    {
        var types = (call.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        var asked = channels.Where(channel => types.Contains(channel.Kind switch { ChannelKind.Public => "public_channel", ChannelKind.Private => "private_channel", _ => "im" })
            && !(call.Flag("exclude_archived") && channel.IsArchived));
        return Pages.Of(call, "channels", [.. asked.OrderBy(channel => channel.Id, StringComparer.Ordinal).Select(channel => channel.ToJson(call.Installation.BotUserId))], 1000);
    }

    private static SlackChannel Readable(ApiCall call)
    {
        var channel = call.Channel();
        if (!channel.Members.Contains(call.Installation.BotUserId))
            throw new ApiError("not_in_channel");
        call.NeedScope(channel.Kind switch { ChannelKind.Public => "channels:history", ChannelKind.Private => "groups:history", _ => "im:history" });
        return channel;
    }

    private static IEnumerable<SlackMessage> Kept(ApiCall call, SlackChannel channel)
    {
        var (oldest, latest) = (call.Text("oldest") ?? "0", call.Text("latest") ?? "9999999999.999999");
        var inclusive = call.Flag("inclusive");
        return call.World.Messages.Where(message => message.Channel == channel && !message.IsEphemeral && !message.IsDeleted
            && Between(string.CompareOrdinal(Padded(message.Ts), Padded(oldest)), string.CompareOrdinal(Padded(latest), Padded(message.Ts)), inclusive));
    }

    private static bool Between(int after, int before, bool inclusive) => inclusive ? after >= 0 && before >= 0 : after > 0 && before > 0;

    private static string Padded(string ts) => ts.Split('.') is [var seconds, var rest] ? $"{seconds.PadLeft(10, '0')}.{rest.PadRight(6, '0')}" : $"{ts.PadLeft(10, '0')}.000000";

    private static JsonObject Shown(ApiCall call, IEnumerable<SlackMessage> found)
    {
        var metadata = call.Flag("include_all_metadata");
        var answer = Pages.Of(call, "messages", [.. found.Select(message => message.Shown(metadata))], call.World.Options.HistoryLimits ? 15 : 999);
        answer["has_more"] = (string?)answer["response_metadata"]!["next_cursor"] is { Length: > 0 };
        return answer;
    }
}
