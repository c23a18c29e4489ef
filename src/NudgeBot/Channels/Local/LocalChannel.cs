using System.Globalization;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Local;

/// <summary>The way out to the built-in workspace. A delivery that is already there is not posted again.</summary>
internal sealed class LocalChannel(LocalChat chat) : IChannel
{
    public const string ChannelName = "local";

    public string Name => ChannelName;

    public async Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (await FindAsync(envelope, cancellationToken) is { } there)
            return there;
        var posted = await chat.PostAsync(
            envelope.Conversation, LocalWorkspace.BotId, envelope.EphemeralFor, [envelope.Message], envelope.At, cancellationToken, envelope.DeliveryId);
        return posted[0].MessageId.ToString(CultureInfo.InvariantCulture);
    }

    public async Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken) =>
        (await chat.OfDeliveryAsync(envelope.DeliveryId, cancellationToken))?.MessageId.ToString(CultureInfo.InvariantCulture);
}
