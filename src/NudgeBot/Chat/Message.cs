namespace NudgeBot.Chat;

/// <summary>
/// One thing that NudgeBot says. <paramref name="Text"/> is always complete by itself: it is what a notification,
/// a screen reader and a client without cards show.
/// </summary>
/// <param name="Text">The whole message as plain text.</param>
/// <param name="Card">The same with buttons, or null for a plain text message.</param>
/// <param name="Form">A dialog to open, or null. A message has a card, a form, a file or none of them.</param>
/// <param name="File">A file to download, or null.</param>
/// <param name="Replaces">True when it takes the place of the message whose button was pressed.</param>
internal sealed record Message(string Text, Card? Card = null, Form? Form = null, FileContent? File = null, bool Replaces = false);

/// <summary>A file that a message brings.</summary>
internal sealed record FileContent(string Name, string MediaType, byte[] Bytes);

/// <summary>What a command or an action answers: usually one message, now and then several, never null.</summary>
internal sealed record Reply(params IReadOnlyList<Message> Messages)
{
    /// <summary>Nothing is said, as for an action whose effect shows elsewhere.</summary>
    public static Reply None { get; } = new();

    public static implicit operator Reply(Message message) => new([message]);

    public static implicit operator Reply(string text) => new([new Message(text)]);
}
