using System.Collections.Concurrent;
using System.Threading.Channels;

namespace NudgeBot.Channels.Local;

/// <summary>Tells the open pages what was said, as it is said.</summary>
internal sealed class LocalStream
{
    private readonly ConcurrentDictionary<Channel<LocalNews>, string> listeners = new();

    /// <summary>Begins to listen for a member. Somebody who falls far behind loses the oldest news and finds it by asking again.</summary>
    public ChannelReader<LocalNews> Listen(string memberId, CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<LocalNews>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = memberId;
        cancellationToken.Register(() =>
        {
            listeners.TryRemove(channel, out _);
            channel.Writer.TryComplete();
        });
        return channel.Reader;
    }

    public void Publish(LocalMessage message)
    {
        foreach (var (channel, memberId) in listeners)
        {
            if (message.IsVisibleTo(memberId))
                channel.Writer.TryWrite(new LocalNews(message, null));
        }
    }

    public void Publish(DateTimeOffset now)
    {
        foreach (var channel in listeners.Keys)
            channel.Writer.TryWrite(new LocalNews(null, now));
    }
}

/// <summary>A new message, or that the clock was moved.</summary>
internal sealed record LocalNews(LocalMessage? Message, DateTimeOffset? Now);
