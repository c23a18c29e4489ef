using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// Asks a conversation's own history what of a delivery got there. The connector has none; Microsoft Graph shows it to an application that the
/// tenant's administrator lets look. Everything is sent as a card then, which carries a mark in the id of an element.
/// </summary>
internal sealed partial class TeamsPast(TeamsGraph graph, TeamsClient client, IOptions<TeamsOptions> options, ILogger<TeamsPast> logger)
{
    /// <summary>So many pages are read at most: what was said after the delivery was made is hardly more.</summary>
    private const int MostPages = 10;

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Whether history is asked at all.</summary>
    public bool IsShown => options.Value.History;

    /// <summary>Marks a delivery's cards, so that they are known again.</summary>
    public void Mark(Guid deliveryId, IReadOnlyList<JsonObject> activities)
    {
        if (!IsShown)
            return;
        foreach (var (place, activity) in activities.Index())
        {
            if (activity["attachments"]?[0]?["content"]?["body"] is JsonArray body && body.OfType<JsonObject>().FirstOrDefault(element => element["id"] is null) is { } first)
                first["id"] = MarkOf(deliveryId, place);
        }
    }

    /// <summary>The ids of the delivery's messages that are there, by their places; none where Graph does not show the conversation.</summary>
    /// <exception cref="ChannelException">Graph asks to wait.</exception>
    public async Task<IReadOnlyDictionary<int, string>> FindAsync(
        TeamsConversation room, Envelope envelope, IReadOnlyList<JsonObject> activities, CancellationToken cancellationToken)
    {
        Dictionary<int, string> found = [];
        try
        {
            var next = await FirstAsync(room, cancellationToken);
            for (var pages = 0; next is not null && pages < MostPages && found.Count < activities.Count; pages++)
            {
                var page = await graph.ReadAsync(next, cancellationToken);
                List<TeamsPastMessage> messages = [.. page?.Value ?? []];
                foreach (var message in messages.Where(message => message.CreatedDateTime >= envelope.MadeAt - Margin && IsOurs(message)))
                {
                    if (PlaceOf(message, envelope.DeliveryId, activities.Count) is { } place && message.Id is { } id)
                        found[place] = id;
                }

                // Newest first: beyond the first that is older than the delivery nothing of it can stand. A channel's are by their last change, which is later.
                next = messages.Count > 0 && messages[^1].LatestDateTime >= envelope.MadeAt - Margin ? page?.NextLink : null;
            }
        }
        catch (UnauthorizedAccessException)
        {
            NotShown(room.WorkspaceId);
        }

        return found;
    }

    private async Task<Uri?> FirstAsync(TeamsConversation room, CancellationToken cancellationToken)
    {
        if (room.Scope is not TeamsScope.Channel)
            return graph.Chat(ChatId(room));
        var call = new TeamsCall("team", HttpMethod.Get, room.ServiceUrl, $"v3/teams/{Uri.EscapeDataString(room.TeamId ?? room.ConversationId)}", room.WorkspaceId, room.ConversationId);
        return (await client.CallAsync(call, TeamsAnswersJson.Default.TeamsTeam, cancellationToken))?.AadGroupId is { Length: > 0 } groupId
            ? graph.Channel(groupId, room.ConversationId)
            : null;
    }

    /// <summary>Graph's id of a conversation: a personal chat's is made of the two who are in it, where the connector has one of its own.</summary>
    private string ChatId(TeamsConversation room) => room.Scope is TeamsScope.Personal && !room.ConversationId.StartsWith("19:", StringComparison.Ordinal)
        ? $"19:{room.AccountId}_{options.Value.AppId.ToLowerInvariant()}@unq.gbl.spaces"
        : room.ConversationId;

    private bool IsOurs(TeamsPastMessage message) => options.Value.AppId.Equals(message.From?.Application?.Id, StringComparison.OrdinalIgnoreCase);

    private static int? PlaceOf(TeamsPastMessage message, Guid deliveryId, int count)
    {
        for (var place = 0; place < count; place++)
        {
            if (message.Attachments?.Any(card => card.ContentType == TeamsCard.MediaType && card.Content?.Contains($"\"{MarkOf(deliveryId, place)}\"", StringComparison.Ordinal) == true) == true)
                return place;
        }

        return null;
    }

    private static string MarkOf(Guid deliveryId, int place) => $"d{deliveryId:N}-{place}";

    [LoggerMessage(LogLevel.Warning, "Microsoft Graph does not show NudgeBot's conversations in tenant {WorkspaceId}; a message whose fate is unknown is sent again. See manifests/README.md on Teams:History.")]
    private partial void NotShown(string workspaceId);
}

/// <summary>A page of a conversation's messages.</summary>
internal sealed record TeamsPastPage(
    IReadOnlyList<TeamsPastMessage>? Value, [property: System.Text.Json.Serialization.JsonPropertyName("@odata.nextLink")] Uri? NextLink);

/// <summary>A message in a conversation's history, as far as it tells whether it is ours.</summary>
internal sealed record TeamsPastMessage(
    string? Id, DateTimeOffset? CreatedDateTime, DateTimeOffset? LastModifiedDateTime, TeamsPastAuthor? From, IReadOnlyList<TeamsPastCard>? Attachments)
{
    public DateTimeOffset? LatestDateTime => LastModifiedDateTime > CreatedDateTime ? LastModifiedDateTime : CreatedDateTime;
}

/// <summary>Who wrote a message.</summary>
internal sealed record TeamsPastAuthor(TeamsPastApplication? Application);

/// <summary>An application, such as a bot.</summary>
internal sealed record TeamsPastApplication(string? Id);

/// <summary>A card that came with a message, as the text of its JSON.</summary>
internal sealed record TeamsPastCard(string? ContentType, string? Content);
