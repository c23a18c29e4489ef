namespace NudgeBot.Chat;

/// <summary>Knows which channels there are to post to. Each adapter under <c>Channels/</c> implements it.</summary>
internal interface IChannelList
{
    /// <summary>The adapter's name, as in <see cref="IChannel.Name"/>.</summary>
    string Name { get; }

    /// <summary>The channels of a workspace that the member may post to, by name.</summary>
    Task<IReadOnlyList<PostableChannel>> ChannelsAsync(string workspaceId, string memberId, CancellationToken cancellationToken);
}

/// <summary>A channel that somebody may post to.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Name">Its name without any sign before it.</param>
internal sealed record PostableChannel(string Id, string Name);
