using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>One request to the Web API, its arguments read from wherever they came.</summary>
internal sealed class ApiCall(SlackWorld world, string method, JsonObject arguments, SlackToken? token)
{
    public SlackWorld World => world;

    public string Method => method;

    public JsonObject Arguments => arguments;

    public SlackToken? Token => token;

    public SlackInstallation Installation => token?.Installation ?? throw new ApiError("not_authed");

    public string? Text(string name) => arguments[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        _ => throw ApiError.Arguments($"must be a string [json-pointer:/{name}]"),
    };

    public string Need(string name) => Text(name) is { Length: > 0 } text ? text : throw ApiError.Arguments($"missing required field: {name}");

    public bool Flag(string name, bool otherwise = false) => Text(name) is { } text ? text is "true" or "1" : otherwise;

    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { Length: > 0 } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiError.Arguments($"must be an integer [json-pointer:/{name}]");
    }

    /// <summary>A nested argument: JSON itself, or the JSON text that forms carry.</summary>
    public JsonNode? Node(string name)
    {
        try
        {
            return arguments[name] switch
            {
                null => null,
                JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : JsonNode.Parse(text),
                var node => node.DeepClone(),
            };
        }
        catch (JsonException)
        {
            throw ApiError.Arguments($"invalid JSON [json-pointer:/{name}]");
        }
    }

    /// <summary>The workspace that a call is about: the token's, or what an org-wide token names.</summary>
    public SlackWorkspace Workspace()
    {
        if (Installation.Workspace is { } own)
            return own;
        if (Text("team_id") is not { Length: > 0 } id)
            throw new ApiError("missing_argument", new() { ["needed"] = "team_id" });
        return Installation.Granted.Find(workspace => workspace.Id == id) ?? throw new ApiError("team_access_not_granted");
    }

    /// <summary>A channel by id that the app's workspace knows.</summary>
    public SlackChannel Channel(string name = "channel")
    {
        var id = Need(name);
        return world.Channels.TryGetValue(id, out var channel) && Sees(channel) ? channel : throw new ApiError("channel_not_found");
    }

    public SlackUser User(string id) =>
        world.Users.TryGetValue(id, out var user) && (Installation.Covers(user.Workspace) || user.IsStranger || Shares(user)) ? user : throw new ApiError("user_not_found");

    public void NeedScope(params string[] anyOf)
    {
        if (anyOf.Length > 0 && !anyOf.Any(token!.Scopes.Contains))
            throw new ApiError("missing_scope", new() { ["needed"] = string.Join(',', anyOf), ["provided"] = string.Join(',', token.Scopes) });
    }

    private bool Sees(SlackChannel channel) =>
        (Installation.Covers(channel.Workspace) || channel.SharedWith.Any(Installation.Covers))
        && (channel.Kind is ChannelKind.Public || channel.Members.Contains(Installation.BotUserId));

    private bool Shares(SlackUser user) => world.Channels.Values.Any(channel => channel.SharedWith.Count > 0 && channel.Members.Contains(user.Id) && Sees(channel));
}
