using NudgeBot.Chat;

namespace NudgeBot.Inbox;

/// <summary>What an adapter may tell the platform about an event.</summary>
internal sealed record Receipt
{
    private Receipt(bool accepted, Reply? reply) => (Accepted, Reply) = (accepted, reply);

    /// <summary>It is written down, and what there is to say follows as messages of its own: acknowledge it with nothing in it.</summary>
    public static Receipt Later { get; } = new(true, null);

    /// <summary>Nothing was kept in time: say "busy" (HTTP 503) and acknowledge nothing, so that the platform or the person tries again.</summary>
    public static Receipt Busy { get; } = new(false, null);

    /// <summary>False when the platform must not believe that it was taken.</summary>
    public bool Accepted { get; }

    /// <summary>What goes with the response; null when nothing does.</summary>
    public Reply? Reply { get; }

    /// <summary>It was handled, and this is the answer.</summary>
    public static Receipt Of(Reply reply) => new(true, reply);
}
