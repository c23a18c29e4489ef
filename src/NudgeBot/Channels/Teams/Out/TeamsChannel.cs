using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>The way out to Teams.</summary>
internal sealed class TeamsChannel(TeamsClient client, TeamsRooms rooms, TeamsPersonalChats chats, TeamsDrawing drawing, TeamsWhispers whispers, TeamsPast past) : IChannel
{
    private const int MostBegun = 1000;

    /// <summary>What is there already of messages of several parts that Teams' limits held up in the middle, by their deliveries.</summary>
    private readonly ConcurrentDictionary<Guid, TeamsMessageId> begun = new();

    public string Name => TeamsServices.ChannelName;

    public async Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var activities = await drawing.WriteAsync(envelope, cancellationToken);
        past.Mark(envelope.DeliveryId, activities);
        if (envelope.EphemeralFor is { } accountId)
        {
            if (await whispers.TryAsync(envelope, accountId, activities, cancellationToken) is { } whispered)
                return whispered.ToString();
            await drawing.MoveAsync(envelope.WorkspaceId, accountId, envelope.Conversation, activities, cancellationToken);
        }

        var room = await RoomAsync(envelope, cancellationToken);
        var sent = TeamsMessageId.Read(envelope.Replaces) is { } earlier && earlier.ConversationId == room.ConversationId
            ? await ReplaceAsync(envelope, room, earlier, activities, cancellationToken)
            : await PostAsync(envelope, room, activities, [], cancellationToken);
        begun.TryRemove(envelope.DeliveryId, out _);
        return sent.ToString();
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
        if (envelope.EphemeralFor is { } accountId)
            await drawing.MoveAsync(envelope.WorkspaceId, accountId, envelope.Conversation, activities, cancellationToken);
        var found = await past.FindAsync(room, envelope, activities, cancellationToken);
        if (found.Count == 0)
            return null;
        List<string> ids = [];
        foreach (var (place, activity) in activities.Index())
        {
            if (!found.TryGetValue(place, out var id))
            {
                var outcome = await SendAsync(room, activity, cancellationToken);
                id = outcome.Refused is null ? outcome.Answer?.Id ?? "unknown" : throw outcome.Refused;
            }

            ids.Add(id);
        }

        begun.TryRemove(envelope.DeliveryId, out _);
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
        {
            // Whoever removed NudgeBot hears nothing until they write, even if Teams would open their chat again.
            return await rooms.HasLeftAsync(envelope.WorkspaceId, envelope.Conversation.Id)
                ? throw new ChannelException("The member removed NudgeBot.", Refusal.Blocked)
                : await chats.OfAsync(envelope.WorkspaceId, envelope.Conversation.Id, cancellationToken);
        }

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

    /// <summary>Posts what is not there yet. What an earlier try of the same delivery posted stays and is not posted again.</summary>
    /// <param name="envelope">The delivery.</param>
    /// <param name="room">Where.</param>
    /// <param name="activities">All of the message.</param>
    /// <param name="before">The activities that stand there already in the place of the first ones.</param>
    private async Task<TeamsMessageId> PostAsync(
        Envelope envelope, TeamsConversation room, IReadOnlyList<JsonObject> activities, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        List<string> ids = [.. begun.TryGetValue(envelope.DeliveryId, out var part) && part.ConversationId == room.ConversationId ? part.Activities : before];
        while (ids.Count < activities.Count)
        {
            var outcome = await SendAsync(room, activities[ids.Count], cancellationToken);
            if (outcome.Code is "ConversationNotFound" && room.AccountId is { } accountId && await chats.InsteadOfAsync(room, accountId, cancellationToken) is { } instead)
            {
                (room, ids) = (instead, []);
                continue;
            }

            if (outcome.Refused is not null)
                throw outcome.Refused;
            ids.Add(outcome.Answer?.Id ?? "unknown");
            Remember(envelope.DeliveryId, new(room.ConversationId, [.. ids]));
        }

        return new(room.ConversationId, ids);
    }

    /// <summary>Posts one activity; in fewer words where Teams finds it too large.</summary>
    private async Task<TeamsOutcome<TeamsPosted>> SendAsync(TeamsConversation room, JsonObject activity, CancellationToken cancellationToken)
    {
        var call = new TeamsCall("send", HttpMethod.Post, room.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(room.ConversationId)}/activities", room.WorkspaceId, room.ConversationId, activity);
        var outcome = await client.TryAsync(call, TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
        return outcome.Status is HttpStatusCode.RequestEntityTooLarge && TeamsActivities.Shorter(activity) is { } shorter
            ? await client.TryAsync(call with { Body = shorter }, TeamsAnswersJson.Default.TeamsPosted, cancellationToken)
            : outcome;
    }

    /// <summary>
    /// Puts messages in the place of earlier ones. Where those are gone, a personal chat gets new ones, since they answer somebody; a channel
    /// does not, since whoever deleted a post does not want it back.
    /// </summary>
    private async Task<TeamsMessageId> ReplaceAsync(
        Envelope envelope, TeamsConversation room, TeamsMessageId earlier, IReadOnlyList<JsonObject> activities, CancellationToken cancellationToken)
    {
        foreach (var (id, activity) in earlier.Activities.Zip(activities))
        {
            var outcome = await client.TryAsync(At(room, HttpMethod.Put, "update", id, activity), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
            if (outcome.Status is HttpStatusCode.RequestEntityTooLarge && TeamsActivities.Shorter(activity) is { } shorter)
                outcome = await client.TryAsync(At(room, HttpMethod.Put, "update", id, shorter), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
            if (outcome.Refused is null)
                continue;
            if (outcome.Refused.Refusal is not Refusal.Never && outcome.Code is not "ConversationNotFound")
                throw outcome.Refused;
            return envelope.Conversation.IsDirect || envelope.EphemeralFor is not null ? await PostAsync(envelope, room, activities, [], cancellationToken) : earlier;
        }

        foreach (var id in earlier.Activities.Skip(activities.Count))
        {
            // One that is gone already is as it should be.
            var outcome = await client.TryAsync(At(room, HttpMethod.Delete, "delete", id), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
            if (outcome.Refused is { Refusal: not Refusal.Never })
                throw outcome.Refused;
        }

        return await PostAsync(envelope, room, activities, [.. earlier.Activities.Take(activities.Count)], cancellationToken);
    }

    private void Remember(Guid deliveryId, TeamsMessageId sent)
    {
        if (begun.Count > MostBegun)
            begun.Clear();
        begun[deliveryId] = sent;
    }

    private static TeamsCall At(TeamsConversation room, HttpMethod method, string what, string id, JsonObject? body = null) =>
        new(what, method, room.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(room.ConversationId)}/activities/{Uri.EscapeDataString(id)}", room.WorkspaceId, room.ConversationId, body);
}
