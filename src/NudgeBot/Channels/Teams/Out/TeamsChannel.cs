using System.Text.Json.Nodes;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>The way out to Teams.</summary>
internal sealed class TeamsChannel(TeamsClient client, TeamsRooms rooms, TeamsPersonalChats chats, TeamsDrawing drawing, TeamsWhispers whispers, TeamsPast past) : IChannel
{
    public string Name => TeamsServices.ChannelName;

    public async Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var activities = await drawing.WriteAsync(envelope, cancellationToken);
        past.Mark(envelope.DeliveryId, activities);
        if (envelope.EphemeralFor is { } accountId && await whispers.TryAsync(envelope, accountId, activities, cancellationToken) is { } whispered)
            return whispered.ToString();
        var room = await RoomAsync(envelope, cancellationToken);
        return (TeamsMessageId.Read(envelope.Replaces) is { } earlier && earlier.ConversationId == room.ConversationId
            ? await ReplaceAsync(room, earlier, activities, envelope.Conversation.IsDirect || envelope.EphemeralFor is not null, cancellationToken)
            : await PostAsync(room, activities, [], cancellationToken)).ToString();
    }

    /// <summary>
    /// Looks a delivery up where <c>Teams:History</c> lets it. Else nobody can tell after a crash in the middle of sending whether a message got
    /// there: it is sent again, since one too many is better than one that was promised and never came. A change of an earlier message may be
    /// made twice; targeted messages have no history. Where a part got there, the rest is sent.
    /// </summary>
    public async Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (!past.IsShown || envelope.Replaces is not null)
            return null;
        var room = await RoomAsync(envelope, cancellationToken);
        var activities = await drawing.WriteAsync(envelope, cancellationToken);
        past.Mark(envelope.DeliveryId, activities);
        var found = await past.FindAsync(room, envelope, activities, cancellationToken);
        if (found.Count == 0)
            return null;
        List<string> ids = [];
        foreach (var (place, activity) in activities.Index())
            ids.Add(found.TryGetValue(place, out var id) ? id : (await PostAsync(room, [activity], [], cancellationToken)).Activities[0]);
        return new TeamsMessageId(room.ConversationId, ids).ToString();
    }

    /// <summary>Where it goes. What only one may see goes to their personal chat: never into the open.</summary>
    private async Task<TeamsConversation> RoomAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.EphemeralFor is { } accountId)
            return await chats.OfAsync(envelope.WorkspaceId, accountId, cancellationToken);
        if (await rooms.FindAsync(envelope.WorkspaceId, TeamsIds.Room(envelope.Conversation.Id)) is { } room)
            return room.RemovedAt is null ? room : throw new ChannelException("NudgeBot was removed from the conversation.", Refusal.Blocked);

        if (envelope.Conversation.IsDirect)
            return await chats.OfAsync(envelope.WorkspaceId, envelope.Conversation.Id, cancellationToken);
        // A channel of a team that nobody has written in yet.
        var installation = await rooms.InstallationAsync(envelope.WorkspaceId) ?? throw new ChannelException("NudgeBot is not installed in the tenant.");
        return new TeamsConversation
        {
            WorkspaceId = envelope.WorkspaceId,
            ConversationId = envelope.Conversation.Id,
            Scope = TeamsScope.Channel,
            ServiceUrl = installation.ServiceUrl,
        };
    }

    private async Task<TeamsMessageId> PostAsync(
        TeamsConversation room, IEnumerable<JsonObject> activities, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        List<string> ids = [.. before];
        foreach (var activity in activities)
        {
            var call = new TeamsCall("send", HttpMethod.Post, room.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(room.ConversationId)}/activities", room.WorkspaceId, room.ConversationId, activity);
            ids.Add((await client.CallAsync(call, TeamsAnswersJson.Default.TeamsPosted, cancellationToken))?.Id ?? "unknown");
        }

        return new(room.ConversationId, ids);
    }

    /// <summary>
    /// Puts messages in the place of earlier ones. Where those are gone, a personal chat gets new ones, since they answer somebody; a channel
    /// does not, since whoever deleted a post does not want it back.
    /// </summary>
    private async Task<TeamsMessageId> ReplaceAsync(
        TeamsConversation room, TeamsMessageId earlier, IReadOnlyList<JsonObject> activities, bool isPersonal, CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(room.ConversationId)}/activities/";
        foreach (var (id, activity) in earlier.Activities.Zip(activities))
        {
            try
            {
                await client.CallAsync(
                    new("update", HttpMethod.Put, room.ServiceUrl, path + Uri.EscapeDataString(id), room.WorkspaceId, room.ConversationId, activity),
                    TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
            }
            catch (ChannelException refused) when (refused.Refusal is Refusal.Never)
            {
                return isPersonal ? await PostAsync(room, activities, [], cancellationToken) : earlier;
            }
        }

        foreach (var id in earlier.Activities.Skip(activities.Count))
        {
            await client.CallAsync(
                new("delete", HttpMethod.Delete, room.ServiceUrl, path + Uri.EscapeDataString(id), room.WorkspaceId, room.ConversationId), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
        }

        return await PostAsync(room, activities.Skip(earlier.Activities.Count), [.. earlier.Activities.Take(activities.Count)], cancellationToken);
    }
}
