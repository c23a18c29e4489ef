using NudgeBot.Chat;

namespace NudgeBot.Commands;

/// <summary>What a button or a form does. Runs like a command, in the member's transaction. Pressing twice must do no harm.</summary>
internal interface IAction
{
    /// <summary>The id that the buttons and forms carry, such as <c>undo</c>.</summary>
    static abstract string Id { get; }

    /// <summary>Whether pressing it as a rule opens a form, which platforms that draw dialogs must know beforehand.</summary>
    static virtual bool OpensForm => false;

    Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken);
}

/// <summary>A pressed button or a submitted form.</summary>
/// <param name="Value">What the button carried. It may have been guessed: look rows up through the database's ownership filter.</param>
/// <param name="Form">The fields of a form; empty for a button.</param>
internal sealed record Press(string? Value, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>The value as a record's id, or an id that no record has.</summary>
    public Guid Id => Guid.TryParse(Value, out var id) ? id : Guid.Empty;

    /// <summary>A field's text, trimmed; empty when it was not filled in.</summary>
    public string Field(string id) => Form.GetValueOrDefault(id)?.Trim() ?? "";
}
