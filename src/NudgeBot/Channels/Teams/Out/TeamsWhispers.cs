using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.Accounts;
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
        if (!options.Value.TargetedMessages || envelope.Replaces is not null
            || await rooms.FindAsync(envelope.WorkspaceId, TeamsIds.Room(envelope.Conversation.Id)) is not { RemovedAt: null, Scope: not TeamsScope.Personal } room
            || await people.UserAsync(envelope.WorkspaceId, accountId) is not { } user)
            return null;
        var place = envelope.AnswerAddress ?? envelope.Conversation.Id;
        List<string> ids = [];
        foreach (var activity in activities)
        {
            var targeted = (JsonObject)activity.DeepClone();
            targeted["recipient"] = new JsonObject { ["id"] = user };
            var path = $"v3/conversations/{Uri.EscapeDataString(place)}/activities?isTargetedActivity=true";
            try
            {
                var posted = await client.CallAsync(
                    new("whisper", HttpMethod.Post, room.ServiceUrl, path, envelope.WorkspaceId, room.ConversationId, targeted), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
                ids.Add(posted?.Id ?? "unknown");
            }
            catch (ChannelException refused) when (refused.Refusal is not Refusal.Later && ids.Count == 0)
            {
                return null;
            }
        }

        return new(place, ids);
    }
}
