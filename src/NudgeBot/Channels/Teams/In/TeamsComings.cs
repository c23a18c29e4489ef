using NudgeBot.Channels.Teams.Accounts;

namespace NudgeBot.Channels.Teams.In;

/// <summary>NudgeBot, or somebody else, was added to a conversation or removed from it.</summary>
internal sealed class TeamsComings(TeamsRooms rooms, TeamsPeople people, TeamsRosterWorker rosters)
{
    public async Task<TeamsResponse> HandleAsync(TeamsActivity activity)
    {
        var workspaceId = activity.TenantId!;
        var isUs = activity.Recipient!.Id;
        var gone = activity.Type is "installationUpdate" ? activity.Action is "remove" : (activity.MembersRemoved ?? []).Any(member => member.Id == isUs);
        if (gone)
        {
            await rooms.LeaveAsync(workspaceId, TeamsIds.Room(activity.Conversation!.Id!), activity.TeamId, CancellationToken.None);
            return TeamsResponse.Taken;
        }

        // What is left changes nothing here: names of channels are asked for when they are needed.
        if (activity.Type is "conversationUpdate" && activity.MembersAdded is not { Count: > 0 })
            return TeamsResponse.Taken;
        await rooms.MeetAsync(TeamsReader.Room(activity) with { AddedBy = activity is { Type: "installationUpdate", Action: "add" } ? activity.AuthorId : null }, CancellationToken.None);
        if (activity is { AuthorId: { } authorId, From: { Id: { } id } from } && id != isUs)
            await people.LearnAsync(workspaceId, [new(id, authorId, from.Name, Zone: activity.Zone, Locale: activity.Locale)], CancellationToken.None);
        if ((activity.MembersAdded ?? []).Any(member => member.Id != isUs))
            rosters.Ask(workspaceId);
        return TeamsResponse.Taken;
    }
}
