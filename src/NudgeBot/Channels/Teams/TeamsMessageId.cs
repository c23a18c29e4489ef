namespace NudgeBot.Channels.Teams;

/// <summary>Names a message for later: the conversation and the activities that it is, in their order.</summary>
internal sealed record TeamsMessageId(string ConversationId, params IReadOnlyList<string> Activities)
{
    private const char Parting = ' ';

    public static TeamsMessageId? Read(string? text) =>
        text?.Split(Parting) is [{ Length: > 0 } conversation, .. { Length: > 0 } activities] ? new(conversation, activities) : null;

    public override string ToString() => string.Join(Parting, Activities.Prepend(ConversationId));
}
