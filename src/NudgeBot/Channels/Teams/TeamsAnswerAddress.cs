namespace NudgeBot.Channels.Teams;

/// <summary>Where an answer that only one person may see belongs, beside the room that they are in.</summary>
/// <param name="ConversationId">The conversation as the client named it: in a channel, with the thread of the message.</param>
/// <param name="IsTargeted">
/// Whether the one who is answered spoke in a targeted message, or pressed a button of one: such a request gets a targeted answer whatever the
/// settings say, since client and manifest know them.
/// </param>
internal sealed record TeamsAnswerAddress(string ConversationId, bool IsTargeted)
{
    private const string Mark = "targeted ";

    public static TeamsAnswerAddress? Read(string? text) => text switch
    {
        null or "" => null,
        _ when text.StartsWith(Mark, StringComparison.Ordinal) => new(text[Mark.Length..], true),
        _ => new(text, false),
    };

    public override string ToString() => IsTargeted ? Mark + ConversationId : ConversationId;
}
