using System.Text.Json.Nodes;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>Finds somebody's personal chat with NudgeBot, and opens it where there is none yet: Teams gives the same one each time.</summary>
internal sealed class TeamsPersonalChats(TeamsClient client, TeamsRooms rooms, TeamsPeople people)
{
    /// <exception cref="ChannelException">They have not installed NudgeBot, or blocked it.</exception>
    public async Task<TeamsConversation> OfAsync(string workspaceId, string accountId, CancellationToken cancellationToken)
    {
        if (await rooms.PersonalAsync(workspaceId, accountId) is { } known)
            return known;
        return await OpenAsync(workspaceId, accountId, cancellationToken);
    }

    /// <summary>Opens somebody's chat anew where Teams does not know the one that it gave; null where it gives the very same again.</summary>
    /// <exception cref="ChannelException">They have not installed NudgeBot, or blocked it.</exception>
    public async Task<TeamsConversation?> InsteadOfAsync(TeamsConversation gone, string accountId, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(gone.WorkspaceId, accountId, cancellationToken);
        if (opened.ConversationId == gone.ConversationId)
            return null;
        await rooms.DropAsync(gone, cancellationToken);
        return opened;
    }

    private async Task<TeamsConversation> OpenAsync(string workspaceId, string accountId, CancellationToken cancellationToken)
    {
        if (await rooms.InstallationAsync(workspaceId) is not { } installation)
            throw new ChannelException("NudgeBot is not installed in the tenant.");
        var user = await people.UserAsync(workspaceId, accountId) ?? accountId;
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = installation.BotId },
            ["members"] = new JsonArray(new JsonObject { ["id"] = user }),
            ["tenantId"] = workspaceId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = workspaceId } },
        };
        var outcome = await client.TryAsync(
            new("open", HttpMethod.Post, installation.ServiceUrl, "v3/conversations", workspaceId, accountId, body), TeamsAnswersJson.Default.TeamsPosted, cancellationToken);
        // Teams says of nobody that they left; it just does not know them any more.
        if (outcome.Code is "UserNotFound")
            await people.PartAsync(workspaceId, accountId, cancellationToken);
        if (outcome.Refused is not null)
            throw outcome.Refused;
        var opened = outcome.Answer;
        if (opened?.Id is not { Length: > 0 } conversationId)
            throw new HttpRequestException("Teams opened a personal chat and did not say which.");
        var room = new TeamsRoom(workspaceId, conversationId, TeamsScope.Personal, opened.ServiceUrl ?? installation.ServiceUrl, installation.BotId, accountId, null, null);
        await rooms.MeetAsync(room, cancellationToken);
        return new TeamsConversation { WorkspaceId = workspaceId, ConversationId = conversationId, Scope = TeamsScope.Personal, ServiceUrl = room.ServiceUrl, AccountId = accountId };
    }
}
