using System.Text.Json.Serialization;

namespace NudgeBot.Chat;

/// <summary>A dialog with fields: a modal in Slack, a task module in Teams, a dialog on the local page.</summary>
/// <param name="ActionId">The action that the submission arrives as.</param>
/// <param name="Title">At most 24 characters (Slack's limit for a modal's title).</param>
/// <param name="Submit">The label of the button that sends it, at most 24 characters.</param>
/// <param name="Value">Carried unchanged from the opening to the submission, never trusted.</param>
/// <param name="Fields">Top to bottom.</param>
internal sealed record Form(string ActionId, string Title, string Submit, string? Value, IReadOnlyList<Field> Fields)
{
    /// <summary>
    /// What is wrong with a form that was sent, by the ids of its fields, for platforms that tell it beside them; the message says all of it as well.
    /// Null where nothing is wrong, or something that belongs to no field.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Faults { get; init; }

    /// <summary>The form with what is wrong with it, if that belongs to one of its fields.</summary>
    public Form With(Fault? fault) => fault is { Field: { } field } ? this with { Faults = new Dictionary<string, string> { [field] = fault.Text } } : this;
}

/// <summary>Something wrong with what was filled in.</summary>
/// <param name="Text">What is said to the member.</param>
/// <param name="Field">The field's id; null where it belongs to none.</param>
internal sealed record Fault(string Text, string? Field = null);

/// <summary>A field of a form. Its value travels as text: a date as 2026-05-12, a time as 09:30, several choices separated by commas.</summary>
/// <param name="Id">The key of its value in the submission.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Value">What it holds at first.</param>
/// <param name="Optional">True when it may stay empty.</param>
/// <param name="Hint">A line of help below it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextField), "text")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
[JsonDerivedType(typeof(PersonField), "person")]
[JsonDerivedType(typeof(DateField), "date")]
[JsonDerivedType(typeof(TimeField), "time")]
internal abstract record Field(string Id, string Label, string? Value, bool Optional, string? Hint);

/// <summary>Free text, on one line or several.</summary>
internal sealed record TextField(string Id, string Label, string? Value = null, bool Optional = false, string? Hint = null, bool Lines = false, int MaxLength = 2000)
    : Field(Id, Label, Value, Optional, Hint);

/// <summary>A choice among options, one or several.</summary>
internal sealed record ChoiceField(string Id, string Label, IReadOnlyList<Option> Options, string? Value = null, bool Optional = false, string? Hint = null, bool Several = false)
    : Field(Id, Label, Value, Optional, Hint);

/// <summary>
/// Somebody, colleague or not. Its value is what one would write in a command: <c>&lt;@account&gt;</c>, or a name. Adapters offer
/// suggestions while one types (<c>People/Suggestions</c>), and let a name stand that is not among them.
/// </summary>
internal sealed record PersonField(string Id, string Label, string? Value = null, bool Optional = false, string? Hint = null)
    : Field(Id, Label, Value, Optional, Hint);

/// <summary>One thing to choose.</summary>
internal sealed record Option(string Value, string Label);

/// <summary>A date without a time.</summary>
internal sealed record DateField(string Id, string Label, string? Value = null, bool Optional = false, string? Hint = null)
    : Field(Id, Label, Value, Optional, Hint);

/// <summary>A time of day without a date.</summary>
internal sealed record TimeField(string Id, string Label, string? Value = null, bool Optional = false, string? Hint = null)
    : Field(Id, Label, Value, Optional, Hint);
