using System.Text.Json;
using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Teams.In;

/// <summary>
/// What Teams sends (github.com/microsoft/Agents, "Activity Protocol"), as far as NudgeBot looks at it. What is not known is passed over, as
/// rule A5402 asks.
/// </summary>
internal sealed record TeamsActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>When it was sent; the same whenever it is sent again.</summary>
    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public TeamsParty? From { get; init; }

    public TeamsParty? Recipient { get; init; }

    public TeamsPlace? Conversation { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>The author's zone, an IANA one.</summary>
    public string? LocalTimezone { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>Of an invoke: what is asked for.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installation: what happened.</summary>
    public string? Action { get; init; }

    public JsonElement Value { get; init; }

    public JsonElement ChannelData { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public IReadOnlyList<TeamsParty>? MembersAdded { get; init; }

    public IReadOnlyList<TeamsParty>? MembersRemoved { get; init; }

    /// <summary>The tenant; null where it does not say.</summary>
    [JsonIgnore]
    public string? TenantId => TeamsIds.Directory(Conversation?.TenantId ?? TeamsJson.Nested(ChannelData, "tenant", "id"));

    /// <summary>The team that it happened in.</summary>
    [JsonIgnore]
    public string? TeamId => TeamsJson.Nested(ChannelData, "team", "id");

    /// <summary>Who did it, as NudgeBot knows them; null for whoever has no account in the tenant, such as people of another one in a shared channel.</summary>
    [JsonIgnore]
    public string? AuthorId => From?.TenantId is { } home && TeamsIds.Directory(home) != TenantId ? null : TeamsIds.Directory(From?.AadObjectId);

    /// <summary>Whether only NudgeBot got it, as with a command by a slash.</summary>
    [JsonIgnore]
    public bool IsTargeted => Recipient?.IsTargeted.ValueKind is JsonValueKind.True;

    /// <summary>The author's zone, from wherever it says so.</summary>
    [JsonIgnore]
    public string? Zone => LocalTimezone ?? (Entities ?? []).Where(entity => TeamsJson.Text(entity, "type") == "clientInfo").Select(entity => TeamsJson.Text(entity, "timezone")).FirstOrDefault();
}

/// <summary>Somebody, or NudgeBot itself.</summary>
/// <param name="Id">What Teams calls them.</param>
/// <param name="Name">Their name.</param>
/// <param name="AadObjectId">Their account in Entra; null for NudgeBot, and for whoever has none.</param>
/// <param name="TenantId">The tenant that they belong to, where it is another.</param>
/// <param name="IsTargeted">Of the recipient: true where only NudgeBot got the message, in the midst of a conversation.</param>
internal sealed record TeamsParty(string? Id, string? Name, string? AadObjectId, string? TenantId = null, JsonElement IsTargeted = default);

/// <summary>Where it happened.</summary>
internal sealed record TeamsPlace(string? Id, string? ConversationType, string? TenantId, string? Name);

/// <summary>How activities are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(TeamsActivity))]
internal sealed partial class TeamsActivityJson : JsonSerializerContext;
