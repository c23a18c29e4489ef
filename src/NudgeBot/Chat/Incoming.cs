using System.Text.Json.Serialization;

namespace NudgeBot.Chat;

/// <summary>
/// One thing that a person did on a chat platform, already authenticated: typed a command, pressed a button or sent a form.
/// </summary>
/// <param name="Channel">The adapter it came through, such as <c>local</c>.</param>
/// <param name="EventId">The platform's own id of this event. The pair (channel, event id) is handled once, however often it arrives.</param>
/// <param name="WorkspaceId">The tenant.</param>
/// <param name="MemberId">Who did it: the platform's account id in that workspace.</param>
/// <param name="Conversation">Where it happened and where the answer belongs.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TypedCommand), "typed")]
[JsonDerivedType(typeof(PressedAction), "pressed")]
internal abstract record Incoming(string Channel, string EventId, string WorkspaceId, string MemberId, Conversation Conversation)
{
    /// <summary>When it arrived, by the workspace's clock, UTC: "today" is meant from there, however long it waits. The inbox sets it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>
    /// A short-lived address that the platform gave for the answers to this event, sealed by the adapter since whoever has it can use it;
    /// null where there is none. It comes back in <see cref="Envelope.AnswerAddress"/>.
    /// </summary>
    public string? AnswerAddress { get; init; }

    /// <summary>What the platform calls who did it; stands for their account while nothing else is known of it. Null where it does not say.</summary>
    public string? AuthorName { get; init; }

    /// <summary>
    /// True where the platform takes no messages in its response, as for a pressed button in most: answers go through the outbox then, so
    /// that none is lost when the process ends between the record and the answer. Forms are returned all the same.
    /// </summary>
    public bool AnswersFollow { get; init; }

    /// <summary>
    /// Says which messages the platform takes in its response although answers follow: it takes a single one, as for a typed command.
    /// Null where it takes none, and when the event is handled again after a crash.
    /// </summary>
    [JsonIgnore]
    public Func<Message, bool>? TakesHere { get; init; }

    /// <summary>True where no form can open, as after a message that somebody wrote: a button to open it follows.</summary>
    public bool FormsFollow { get; init; }

    /// <summary>True where a message can hold the form itself, so that one that follows needs no button.</summary>
    public bool FormsTravel { get; init; }

    /// <summary>The one message of a reply that goes with the response although answers follow; null where none does.</summary>
    public Message? Here(Reply reply) =>
        TakesHere is { } takes ? reply.Messages.FirstOrDefault(message => message.Form is null && takes(message)) : null;

    /// <summary>What of a reply goes through the outbox.</summary>
    public IEnumerable<Message> Following(Reply reply)
    {
        var here = Here(reply);
        return AnswersFollow
            ? reply.Messages.Where(message => message.Form is null ? !ReferenceEquals(message, here) : FormsFollow)
            : [];
    }
}

/// <summary>A line of text meant for NudgeBot, with the platform's own command prefix or mention already removed.</summary>
/// <param name="Text">Mentions stand in it as <c>&lt;@account&gt;</c>, whatever the platform's own form is.</param>
internal sealed record TypedCommand(
    string Channel, string EventId, string WorkspaceId, string MemberId, Conversation Conversation, string Text)
    : Incoming(Channel, EventId, WorkspaceId, MemberId, Conversation);

/// <summary>A pressed button, a picked choice or a submitted form.</summary>
/// <param name="ActionId">What was pressed, such as <c>undo</c>: the id that the card or form carried.</param>
/// <param name="Value">The value that the button or form carried, never trusted: it may have been guessed.</param>
/// <param name="Form">The fields of a submitted form by their ids; empty for a button.</param>
/// <param name="MessageId">The message whose button it was, so that the answer may replace it; null when the platform does not say.</param>
internal sealed record PressedAction(
    string Channel, string EventId, string WorkspaceId, string MemberId, Conversation Conversation,
    string ActionId, string? Value, IReadOnlyDictionary<string, string> Form, string? MessageId)
    : Incoming(Channel, EventId, WorkspaceId, MemberId, Conversation)
{
    /// <summary>True where a form stands in a message instead of a dialog that closes: once it is sent, what is answered takes its place.</summary>
    public bool FormStands { get; init; }

    /// <summary>The reply in the place of the form that was sent, so that nobody sends it twice; one that shows the form again stays as it is.</summary>
    public Reply InPlace(Reply reply) => FormStands && Form.Count > 0 && reply.Messages is [{ Form: null, File: null } first, ..]
        ? new Reply([first with { Replaces = true }, .. reply.Messages.Skip(1)])
        : reply;
}
