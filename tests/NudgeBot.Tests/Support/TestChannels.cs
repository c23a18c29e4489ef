using NudgeBot.Chat;

namespace NudgeBot.Tests.Support;

/// <summary>The built-in workspace with other channels than its own.</summary>
internal sealed class TestChannels(IReadOnlyList<string> channels) : IChannelList
{
    public string Name => "local";

    public Task<IReadOnlyList<PostableChannel>> ChannelsAsync(string workspaceId, string memberId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PostableChannel>>([.. channels.Select(channel => new PostableChannel(channel, channel))]);
}
