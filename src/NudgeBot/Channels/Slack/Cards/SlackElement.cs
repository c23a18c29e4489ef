using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>Something to press, pick or fill in (docs.slack.dev/reference/block-kit/block-elements).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackButton), "button")]
[JsonDerivedType(typeof(SlackOverflow), "overflow")]
[JsonDerivedType(typeof(SlackTextInput), "plain_text_input")]
[JsonDerivedType(typeof(SlackSelect), "static_select")]
[JsonDerivedType(typeof(SlackMultiSelect), "multi_static_select")]
[JsonDerivedType(typeof(SlackRadioButtons), "radio_buttons")]
[JsonDerivedType(typeof(SlackCheckboxes), "checkboxes")]
[JsonDerivedType(typeof(SlackExternalSelect), "external_select")]
[JsonDerivedType(typeof(SlackDatePicker), "datepicker")]
[JsonDerivedType(typeof(SlackTimePicker), "timepicker")]
internal abstract record SlackElement
{
    /// <summary>Comes back when it is used; unique within its block.</summary>
    public string? ActionId { get; init; }
}

internal sealed record SlackButton(SlackText Text, string? Value, string? Style, string? AccessibilityLabel) : SlackElement;

/// <summary>A menu behind three dots, of two to five options.</summary>
internal sealed record SlackOverflow(IReadOnlyList<SlackOption> Options) : SlackElement;

internal sealed record SlackTextInput(bool Multiline, int MaxLength, string? InitialValue) : SlackElement;

/// <summary>A menu of at most 100 options, or of at most 100 groups of them.</summary>
internal sealed record SlackSelect(IReadOnlyList<SlackOption>? Options, IReadOnlyList<SlackOptionGroup>? OptionGroups, SlackOption? InitialOption) : SlackElement;

internal sealed record SlackMultiSelect(
    IReadOnlyList<SlackOption>? Options, IReadOnlyList<SlackOptionGroup>? OptionGroups, IReadOnlyList<SlackOption>? InitialOptions) : SlackElement;

/// <summary>At most ten options, one of which is chosen.</summary>
internal sealed record SlackRadioButtons(IReadOnlyList<SlackOption> Options, SlackOption? InitialOption) : SlackElement;

/// <summary>At most ten options.</summary>
internal sealed record SlackCheckboxes(IReadOnlyList<SlackOption> Options, IReadOnlyList<SlackOption>? InitialOptions) : SlackElement;

/// <summary>A menu whose options Slack asks for while one types.</summary>
internal sealed record SlackExternalSelect(int MinQueryLength, SlackOption? InitialOption) : SlackElement;

internal sealed record SlackDatePicker(string? InitialDate) : SlackElement;

internal sealed record SlackTimePicker(string? InitialTime) : SlackElement;

/// <summary>One thing to pick; its text and its value hold at most 75 characters each.</summary>
internal sealed record SlackOption(SlackText Text, string Value);

/// <summary>Options under a heading of at most 75 characters.</summary>
internal sealed record SlackOptionGroup(SlackText Label, IReadOnlyList<SlackOption> Options);
