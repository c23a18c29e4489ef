using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// Says something to one person in a channel or group chat, as a targeted message that nobody else sees (learn.microsoft.com, "Targeted
/// messages in Teams"). Where Teams does not take it, it goes to their personal chat instead.
/// </summary>
internal sealed class TeamsWhispers(TeamsClient client, TeamsRooms rooms, TeamsPeople people, IOptions<TeamsOptions> options)
{
    /// <summary>Returns null where it has to go to the personal chat.</summary>
    public async Task<TeamsMessageId?> TryAsync(Envelope envelope, string accountId, IReadOnlyList<JsonObject> activities, CancellationToken cancellationToken)
    {
        var address = TeamsAnswerAddress.Read(envelope.AnswerAddress);
        var isAsked = address?.IsTargeted == true;
        // What takes the place of something else stands where that does: in a targeted message only if that was one.
        if (!(isAsked || (options.Value.TargetedMessages && envelope.Replaces is null))
            || await rooms.FindAsync(envelope.WorkspaceId, TeamsIds.Room(envelope.Conversation.Id)) is not { RemovedAt: null, Scope: not TeamsScope.Personal } room
            || await people.UserAsync(envelope.WorkspaceId, accountId) is not { } user)
            return null;
        var place = address?.ConversationId ?? envelope.Conversation.Id;
        List<string> ids = [];
        try
        {
            ids.AddRange(await ReplaceAsync(room, place, TeamsMessageId.Read(envelope.Replaces)?.Activities ?? [], activities, cancellationToken));
            foreach (var activity in activities.Skip(ids.Count).Select(Marked))
            {
                activity["recipient"] = new JsonObject { ["id"] = user };
                ids.Add((await CallAsync(room, HttpMethod.Post, place, null, activity, cancellationToken))?.Id ?? "unknown");
            }
        }
        catch (ChannelException refused) when (refused.Refusal is not Refusal.Later && ids.Count == 0)
        {
            return null;
        }

        return new(place, ids);
    }

    /// <summary>
    /// Changes targeted messages, whose receiver cannot be named again, and deletes those that are over. They are gone after a day: where the first
    /// one is, nothing is changed.
    /// </summary>
    private async Task<IReadOnlyList<string>> ReplaceAsync(
        TeamsConversation room, string place, IReadOnlyList<string> earlier, IReadOnlyList<JsonObject> activities, CancellationToken cancellationToken)
    {
        List<string> changed = [];
        foreach (var (at, id) in earlier.Index())
        {
            try
            {
                if (at < activities.Count)
                {
                    await CallAsync(room, HttpMethod.Put, place, id, Marked(activities[at]), cancellationToken);
                    changed.Add(id);
                }
                else
                {
                    await CallAsync(room, HttpMethod.Delete, place, id, null, cancellationToken);
                }
            }
            catch (ChannelException refused) when (refused.Refusal is Refusal.Never)
            {
                break;
            }
        }

        return changed;
    }

    private Task<TeamsPosted?> CallAsync(TeamsConversation room, HttpMethod method, string place, string? id, JsonObject? body, CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(place)}/activities{(id is null ? "" : $"/{Uri.EscapeDataString(id)}")}?isTargetedActivity=true";
        return client.CallAsync(new("whisper", method, room.ServiceUrl, path, room.WorkspaceId, room.ConversationId, body), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
    }

    /// <summary>A copy whose buttons say that they stand in a targeted message.</summary>
    private static JsonObject Marked(JsonObject activity)
    {
        var copy = (JsonObject)activity.DeepClone();
        TeamsActivities.Carry(copy, TeamsActions.Targeted, JsonValue.Create(true));
        return copy;
    }
}
