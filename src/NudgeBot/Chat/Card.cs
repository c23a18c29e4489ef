using System.Text.Json.Serialization;

namespace NudgeBot.Chat;

/// <summary>A message with structure, drawn by every platform in its own way: blocks in Slack, an Adaptive Card in Teams.</summary>
internal sealed record Card(params IReadOnlyList<CardElement> Elements)
{
    /// <summary>
    /// Names what stands in a channel, so that a viewer's own card can be asked for on platforms that show each viewer their own; null where
    /// all see the same.
    /// </summary>
    public string? View { get; init; }

    /// <summary>Every button of the card, in reading order.</summary>
    [JsonIgnore]
    public IEnumerable<Button> Buttons => Elements.OfType<ActionRow>().SelectMany(row => row.Buttons);
}

/// <summary>One part of a card, top to bottom.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Quiet), "quiet")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(ActionRow), "actions")]
internal abstract record CardElement;

/// <summary>A short heading, plain text.</summary>
internal sealed record Heading(string Text) : CardElement;

/// <summary>A paragraph of plain text; adapters escape it. <c>*stars*</c> mean nothing here.</summary>
internal sealed record Paragraph(string Text) : CardElement;

/// <summary>A line of secondary importance, drawn small and muted.</summary>
internal sealed record Quiet(string Text) : CardElement;

/// <summary>Pairs of a label and what it says.</summary>
internal sealed record Facts(params IReadOnlyList<Fact> Items) : CardElement;

/// <summary>One label with what it says.</summary>
internal sealed record Fact(string Label, string Text);

/// <summary>A thin line between parts.</summary>
internal sealed record Divider : CardElement;

/// <summary>A picture with the words that stand for it: everything that it shows, for whoever cannot see it.</summary>
internal sealed record Picture(FileContent Image, string Alt) : CardElement;

/// <summary>Buttons beside each other. Those marked <see cref="Button.More"/> go into an overflow menu.</summary>
internal sealed record ActionRow(params IReadOnlyList<Button> Buttons) : CardElement;

/// <summary>A button.</summary>
/// <param name="ActionId">Names the handler, such as <c>undo</c>.</param>
/// <param name="Label">What it says; at most 30 characters show everywhere.</param>
/// <param name="Value">What the handler gets, usually a record's id; at most 2,000 characters (Slack's limit for a button's value).</param>
/// <param name="Style">How it looks.</param>
/// <param name="More">True to put it under "more".</param>
/// <param name="About">What a screen reader adds to the label where several buttons say the same, such as the person's name.</param>
/// <param name="For">
/// The accounts that it is of use to, or null for everybody. Only they see it where each viewer has their own card; elsewhere all do, and to
/// others it says that it is not theirs.
/// </param>
internal sealed record Button(
    string ActionId, string Label, string? Value = null, ButtonStyle Style = ButtonStyle.Normal, bool More = false, string? About = null,
    IReadOnlyList<string>? For = null);

/// <summary>How a button looks.</summary>
internal enum ButtonStyle
{
    [JsonStringEnumMemberName("normal")]
    Normal,

    [JsonStringEnumMemberName("primary")]
    Primary,

    [JsonStringEnumMemberName("danger")]
    Danger,
}
