using NudgeBot.Channels.Teams.Accounts;

namespace NudgeBot.Channels.Teams.In;

/// <summary>NudgeBot, or somebody else, was added to a conversation or removed from it, or the conversation itself changed.</summary>
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

        // Who was removed from one conversation may be in others: Teams is asked.
        foreach (var removed in (activity.MembersRemoved ?? []).Select(member => member.Id).OfType<string>())
            rosters.AskAbout(workspaceId, removed);
        if (activity.Type is "conversationUpdate" && activity.MembersAdded is not { Count: > 0 })
            return await ChangeAsync(activity);
        await rooms.MeetAsync(TeamsReader.Room(activity) with { AddedBy = activity is { Type: "installationUpdate", Action: "add" } ? activity.AuthorId : null }, CancellationToken.None);
        if (activity is { AuthorId: { } authorId, From: { Id: { } id } from } && id != isUs)
            await people.LearnAsync(workspaceId, [new(id, authorId, from.Name, Zone: activity.Zone, Locale: activity.Locale)], CancellationToken.None);
        if ((activity.MembersAdded ?? []).Any(member => member.Id != isUs))
            rosters.Ask(workspaceId);
        return TeamsResponse.Taken;
    }

    /// <summary>What became of a team or channel. Of what is left, such as new channels, nothing need be known before somebody writes there.</summary>
    private async Task<TeamsResponse> ChangeAsync(TeamsActivity activity)
    {
        var (workspaceId, channelId) = (activity.TenantId!, TeamsJson.Nested(activity.ChannelData, "channel", "id"));
        switch (TeamsJson.Text(activity.ChannelData, "eventType"))
        {
            case "teamDeleted" or "teamHardDeleted" when activity.TeamId is { } teamId:
                await rooms.LeaveAsync(workspaceId, teamId, teamId, CancellationToken.None);
                break;
            case "channelDeleted" when channelId is not null:
                await rooms.LeaveAsync(workspaceId, channelId, null, CancellationToken.None);
                break;
            case "teamRestored" when activity.TeamId is { } teamId:
                await rooms.ReturnAsync(workspaceId, teamId, teamId, CancellationToken.None);
                break;
            case "channelRestored" when channelId is not null:
                await rooms.ReturnAsync(workspaceId, channelId, null, CancellationToken.None);
                break;
            case "channelRenamed" when channelId is not null && TeamsJson.Nested(activity.ChannelData, "channel", "name") is { } name:
                await rooms.RenameAsync(workspaceId, channelId, name, CancellationToken.None);
                break;
        }

        return TeamsResponse.Taken;
    }
}
