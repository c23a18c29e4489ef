using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>What the connector answers to what was sent or opened.</summary>
internal sealed record TeamsPosted(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>A page of a conversation's members.</summary>
internal sealed record TeamsMembers(IReadOnlyList<TeamsMember>? Members, string? ContinuationToken);

/// <summary>Somebody in a conversation, as the connector tells it.</summary>
internal sealed record TeamsMember(string? Id, string? Name, string? AadObjectId, string? ObjectId, string? Email, string? UserPrincipalName, string? TenantId, string? UserRole)
{
    /// <summary>The account's object id in Entra; null for whoever has none.</summary>
    public string? AccountId => (AadObjectId ?? ObjectId)?.ToLowerInvariant();
}

/// <summary>The channels of a team; the general one, whose id is the team's, has no name.</summary>
internal sealed record TeamsChannels(IReadOnlyList<TeamsChannelInfo>? Conversations);

/// <summary>One of them.</summary>
internal sealed record TeamsChannelInfo(string? Id, string? Name);

/// <summary>A team; which of Entra's groups it is.</summary>
internal sealed record TeamsTeam(string? AadGroupId);

/// <summary>How answers are read.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(TeamsPosted))]
[JsonSerializable(typeof(TeamsMembers))]
[JsonSerializable(typeof(TeamsMember))]
[JsonSerializable(typeof(TeamsChannels))]
[JsonSerializable(typeof(TeamsTeam))]
[JsonSerializable(typeof(TeamsPastPage))]
internal sealed partial class TeamsAnswersJson : JsonSerializerContext;
