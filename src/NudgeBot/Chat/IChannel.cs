namespace NudgeBot.Chat;

/// <summary>The port to a chat platform: the only way out. Each adapter under <c>Channels/</c> implements it.</summary>
internal interface IChannel
{
    /// <summary>The adapter's name, as in <see cref="Incoming.Channel"/>: <c>local</c>, <c>slack</c> or <c>teams</c>.</summary>
    string Name { get; }

    /// <summary>Sends one message that was written down before, and returns the platform's id of it.</summary>
    /// <exception cref="ChannelException">The platform refused it or could not be reached.</exception>
    Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken);

    /// <summary>
    /// Looks a delivery up in the platform's own history, after a crash between sending and writing down that it was sent.
    /// Returns the platform's message id, or null when the platform never got it.
    /// </summary>
    Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken);
}

/// <summary>A message with its address, as the outbox holds it.</summary>
/// <param name="DeliveryId">Travels with the message, so that the platform's history can be asked for it.</param>
/// <param name="WorkspaceId">The tenant.</param>
/// <param name="Conversation">Where it goes.</param>
/// <param name="EphemeralFor">The only member who shall see it in a channel, or null when all may.</param>
/// <param name="Message">What it says.</param>
/// <param name="Replaces">The platform's id of an earlier message whose place it takes, or null for a new one.</param>
/// <param name="At">The instant of the workspace's clock when it is sent, UTC.</param>
/// <param name="AnswerAddress">What the adapter gave with the event that this answers (<see cref="Incoming.AnswerAddress"/>), or null.</param>
internal sealed record Envelope(
    Guid DeliveryId, string WorkspaceId, Conversation Conversation, string? EphemeralFor, Message Message, string? Replaces, DateTimeOffset At,
    string? AnswerAddress = null)
{
    /// <summary>When the delivery was written down, which its id tells (RFC 9562: the first 48 bits of a version 7 are the milliseconds since 1970).</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(DeliveryId.ToString("N")[..12], 16));
}

/// <summary>A platform refused a message or could not be reached. Where nothing is known of its fate, adapters let the transport's own error through.</summary>
/// <param name="message">Says what happened, without any text of the message itself.</param>
/// <param name="refusal">What the refusal means for what comes after.</param>
/// <param name="retryAfter">How long the platform asks to wait, when it says so.</param>
internal sealed class ChannelException(string message, Refusal refusal = Refusal.Later, TimeSpan? retryAfter = null) : Exception(message)
{
    public Refusal Refusal => refusal;

    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>What a platform's refusal means.</summary>
internal enum Refusal
{
    /// <summary>The message surely did not go out, and may later.</summary>
    Later,

    /// <summary>This message can never go out.</summary>
    Never,

    /// <summary>The receiver blocked NudgeBot or has left: nothing is sent to them until they write.</summary>
    Blocked,

    /// <summary>NudgeBot was removed from the workspace: nothing is sent there until it is installed again.</summary>
    Removed,
}
