using System.Collections.Frozen;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>What NudgeBot asks a workspace for. Each scope is there for methods that it calls or events that it hears; a test holds them equal.</summary>
internal static class SlackScopes
{
    /// <summary>The scopes of a bot token that each method needs (docs.slack.dev/reference/methods). Those of Socket Mode are the app token's.</summary>
    public static IReadOnlyDictionary<string, string[]> OfMethods { get; } = new Dictionary<string, string[]>
    {
        ["api.test"] = [],
        ["apps.connections.open"] = [],
        ["auth.teams.list"] = [],
        ["auth.test"] = [],
        ["bots.info"] = ["users:read"],
        ["chat.delete"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["conversations.history"] = ["im:history", "channels:history", "groups:history"],
        ["conversations.info"] = ["channels:read", "groups:read"],
        ["conversations.open"] = ["im:write"],
        ["conversations.join"] = ["channels:join"],
        ["files.completeUploadExternal"] = ["files:write"],
        ["files.getUploadURLExternal"] = ["files:write"],
        ["oauth.v2.access"] = [],
        ["users.conversations"] = ["channels:read", "groups:read"],
        ["users.info"] = ["users:read"],
        ["users.list"] = ["users:read"],
        ["views.open"] = [],
        ["views.publish"] = [],
    }.ToFrozenDictionary();

    /// <summary>The scopes that events need, and those that fields of answers need.</summary>
    public static IReadOnlyDictionary<string, string[]> OfEvents { get; } = new Dictionary<string, string[]>
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["message.im"] = ["im:history"],
        ["team_access_granted"] = [],
        ["team_join"] = ["users:read"],
        ["tokens_revoked"] = [],
        ["user_change"] = ["users:read"],
    }.ToFrozenDictionary();

    /// <summary>Scopes of what is neither: slash commands and shortcuts, and the e-mail address in an account's entry, by which archives are linked anew.</summary>
    private static readonly string[] Others = ["commands", "users:read.email"];

    /// <summary>Everything that is asked for, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfMethods.Values.Concat(OfEvents.Values).SelectMany(scopes => scopes).Concat(Others).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads Slack's list, which commas separate.</summary>
    public static IReadOnlySet<string> Read(string? scopes) =>
        (scopes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>What was not granted of what is asked for.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlySet<string> granted) => [.. All.Where(scope => !granted.Contains(scope))];
}
