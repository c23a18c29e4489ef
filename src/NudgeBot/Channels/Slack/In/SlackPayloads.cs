using System.Text.Json;

namespace NudgeBot.Channels.Slack.In;

/// <summary>A slash command.</summary>
internal sealed record SlackCommandPayload(
    string? TeamId, string? EnterpriseId, JsonElement IsEnterpriseInstall, string? ChannelId, string? ChannelName, string? UserId, string? UserName,
    string? Text, string? ResponseUrl, string? TriggerId);

/// <summary>What somebody pressed, picked, sent or asked for.</summary>
internal sealed record SlackInteraction(
    string? Type, SlackId? Team, SlackId? Enterprise, JsonElement IsEnterpriseInstall, SlackActor? User, string? TriggerId, SlackId? Channel,
    SlackContainer? Container, SlackPressedMessage? Message, JsonElement View, IReadOnlyList<JsonElement>? Actions, string? CallbackId, string? ResponseUrl,
    string? ActionId, string? BlockId, string? Value)
{
    public string? ViewType => SlackReader.Text(View, "type");

    public string? AppInstalledTeamId => SlackReader.Text(View, "app_installed_team_id");
}

/// <summary>Something of which only the id is needed.</summary>
internal sealed record SlackId(string? Id, string? EnterpriseId);

/// <summary>Who did it, with the workspace that they belong to.</summary>
internal sealed record SlackActor(string? Id, string? Username, string? Name, string? TeamId);

/// <summary>What holds the pressed element.</summary>
internal sealed record SlackContainer(string? Type, string? MessageTs, string? ChannelId, bool? IsEphemeral);

/// <summary>The message that a shortcut was used on, or whose button was pressed; absent for ephemeral ones.</summary>
internal sealed record SlackPressedMessage(string? Ts, string? User, string? Text, string? BotId, string? Team);

/// <summary>The outside of an event.</summary>
internal sealed record SlackEventEnvelope(
    string? Type, string? Challenge, string? TeamId, string? EnterpriseId, string? ContextTeamId, string? ContextEnterpriseId, string? EventId,
    JsonElement Event, IReadOnlyList<SlackAuthorization>? Authorizations);

/// <summary>For which installation an event was sent.</summary>
internal sealed record SlackAuthorization(string? TeamId, string? EnterpriseId, bool? IsEnterpriseInstall);

/// <summary>An event. <see cref="User"/> and <see cref="Channel"/> are an id in most and an object in some.</summary>
internal sealed record SlackEvent(
    string? Type, string? Subtype, JsonElement User, JsonElement Channel, string? Text, string? Ts, string? ThreadTs, string? BotId, string? Tab,
    string? UserTeam, string? SourceTeam, string? Team, string? Inviter, JsonElement Edited, JsonElement Tokens)
{
    public string? UserId => Id(User);

    public string? ChannelId => Id(Channel);

    /// <summary>The workspace that the author belongs to, where Slack says so.</summary>
    public string? AuthorTeam => UserTeam ?? SourceTeam ?? Team;

    /// <summary>Whether NudgeBot's own token is among those that were revoked, and not only a person's.</summary>
    public bool EndsBotToken =>
        Tokens.ValueKind is JsonValueKind.Object && Tokens.TryGetProperty("bot", out var bots) && bots.ValueKind is JsonValueKind.Array && bots.GetArrayLength() > 0;

    private static string? Id(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object when element.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String => id.GetString(),
        _ => null,
    };
}

/// <summary>An account as Slack describes it.</summary>
internal sealed record SlackDirectoryUser(
    string? Id, string? TeamId, string? Name, string? RealName, SlackProfile? Profile, string? Tz, string? Locale, bool? Deleted, bool? IsBot, bool? IsAdmin,
    bool? IsOwner, bool? IsPrimaryOwner, bool? IsStranger, SlackEnterpriseUser? EnterpriseUser, long? Updated);

/// <summary>What an account says of itself.</summary>
/// <param name="StatusEmoji">Such as <c>:palm_tree:</c>; empty without a status.</param>
/// <param name="StatusExpiration">When the status ends, in unix seconds; 0 where it does not.</param>
internal sealed record SlackProfile(string? RealName, string? DisplayName, string? Email, string? StatusEmoji, long? StatusExpiration);

/// <summary>The organisation that an account belongs to.</summary>
/// <param name="Teams">Its workspaces that the account is in.</param>
internal sealed record SlackEnterpriseUser(string? EnterpriseId, IReadOnlyList<string>? Teams);
