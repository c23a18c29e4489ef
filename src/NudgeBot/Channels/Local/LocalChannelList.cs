using NudgeBot.Chat;

namespace NudgeBot.Channels.Local;

/// <summary>The channels of the built-in workspace: everybody may post to all of them.</summary>
internal sealed class LocalChannelList : IChannelList
{
    public string Name => LocalChannel.ChannelName;

    public Task<IReadOnlyList<PostableChannel>> ChannelsAsync(string workspaceId, string memberId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PostableChannel>>([.. LocalWorkspace.Channels.Select(channel => new PostableChannel(channel, channel))]);
}
