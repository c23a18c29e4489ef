using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>One part of a message, a modal or the Home tab, as Slack draws it (docs.slack.dev/reference/block-kit/blocks).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackHeader), "header")]
[JsonDerivedType(typeof(SlackSection), "section")]
[JsonDerivedType(typeof(SlackRichText), "rich_text")]
[JsonDerivedType(typeof(SlackContext), "context")]
[JsonDerivedType(typeof(SlackDivider), "divider")]
[JsonDerivedType(typeof(SlackImage), "image")]
[JsonDerivedType(typeof(SlackActionsBlock), "actions")]
[JsonDerivedType(typeof(SlackInput), "input")]
internal abstract record SlackBlock
{
    /// <summary>Where Slack gives a typed value back in a form; left to Slack in messages, where an update wants new ones.</summary>
    public string? BlockId { get; init; }
}

/// <summary>A heading of at most 150 characters.</summary>
internal sealed record SlackHeader(SlackText Text) : SlackBlock;

/// <summary>A paragraph, with at most one element beside it.</summary>
internal sealed record SlackSection(SlackText Text, SlackElement? Accessory = null) : SlackBlock;

/// <summary>Text in which mentions, links and bold words are parts of their own, so that no sign in it means anything.</summary>
internal sealed record SlackRichText(IReadOnlyList<SlackRichTextSection> Elements) : SlackBlock;

/// <summary>Small, muted text.</summary>
internal sealed record SlackContext(IReadOnlyList<SlackText> Elements) : SlackBlock;

/// <summary>A thin line.</summary>
internal sealed record SlackDivider : SlackBlock;

/// <summary>A picture that was uploaded before.</summary>
internal sealed record SlackImage(SlackFile SlackFile, string AltText) : SlackBlock;

/// <summary>The id of an uploaded picture.</summary>
internal sealed record SlackFile(string Id);

/// <summary>Buttons and menus beside each other, at most 25.</summary>
internal sealed record SlackActionsBlock(IReadOnlyList<SlackElement> Elements) : SlackBlock;

/// <summary>A field of a form.</summary>
internal sealed record SlackInput(SlackText Label, SlackElement Element, bool Optional, SlackText? Hint) : SlackBlock;
