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
        var replaced = envelope.Replaces is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null as long?;
        var posted = await chat.PostAsync(
            envelope.Conversation, LocalWorkspace.BotId, envelope.EphemeralFor, [envelope.Message with { Replaces = replaced is not null }],
            envelope.At, cancellationToken, envelope.DeliveryId, replaced);
        return posted[0].MessageId.ToString(CultureInfo.InvariantCulture);
    }

    public async Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken) =>
        (await chat.OfDeliveryAsync(envelope.DeliveryId, cancellationToken))?.MessageId.ToString(CultureInfo.InvariantCulture);
}
