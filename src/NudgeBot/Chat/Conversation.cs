namespace NudgeBot.Chat;

/// <summary>Where messages stand: a member's direct chat with NudgeBot, or a channel that several people read.</summary>
/// <param name="Id">The platform's id of the conversation; for a direct chat on the built-in workspace, the member's id.</param>
/// <param name="IsDirect">True for a direct chat. Answers to commands in a channel are ephemeral.</param>
internal sealed record Conversation(string Id, bool IsDirect)
{
    /// <summary>The direct chat with a member, where the platform names it by the member.</summary>
    public static Conversation With(string memberId) => new(memberId, IsDirect: true);

    /// <summary>A channel.</summary>
    public static Conversation InChannel(string channelId) => new(channelId, IsDirect: false);
}
