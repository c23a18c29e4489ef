namespace NudgeBot.Chat;

/// <summary>Knows who looks after a channel on platforms where channels have managers of their own; an adapter without any has none.</summary>
internal interface IChannelManagers
{
    /// <summary>The adapter's name, as in <see cref="IChannel.Name"/>.</summary>
    string Name { get; }

    /// <summary>Whether the member may manage the channel.</summary>
    Task<bool> MayManageAsync(string workspaceId, string channelId, string memberId, CancellationToken cancellationToken);
}
