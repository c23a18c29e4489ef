using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Who added NudgeBot to a chat or team, as Teams told when it happened.</summary>
internal sealed class TeamsInstallers(TeamsRooms rooms) : IInstallers
{
    public string Name => TeamsServices.ChannelName;

    public Task<string?> OfAsync(string workspaceId, string conversationId, CancellationToken cancellationToken) => rooms.AdderAsync(workspaceId, conversationId);
}
