using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>An Adaptive Card of version 1.5 (adaptivecards.io/schemas/adaptive-card.json), as far as NudgeBot draws any.</summary>
internal sealed record TeamsCard(IReadOnlyList<TeamsElement> Body)
{
    public const string MediaType = "application/vnd.microsoft.card.adaptive";

    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version => "1.5";

    /// <summary>What clients say that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    public IReadOnlyList<TeamsAction>? Actions { get; init; }

    /// <summary>How each viewer gets what only they may see; null where all see the same.</summary>
    public TeamsRefresh? Refresh { get; init; }

    public TeamsLayout? Msteams { get; init; }
}

/// <summary>Asks for the viewer's own card: at once for the users named, by the card's menu for the others.</summary>
internal sealed record TeamsRefresh(TeamsAction Action, IReadOnlyList<string> UserIds);

/// <summary>How wide Teams draws a card.</summary>
internal sealed record TeamsLayout(string Width);

/// <summary>A part of a card, top to bottom.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TeamsText), "TextBlock")]
[JsonDerivedType(typeof(TeamsFacts), "FactSet")]
[JsonDerivedType(typeof(TeamsImage), "Image")]
[JsonDerivedType(typeof(TeamsActionSet), "ActionSet")]
[JsonDerivedType(typeof(TeamsTextInput), "Input.Text")]
[JsonDerivedType(typeof(TeamsChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(TeamsDateInput), "Input.Date")]
[JsonDerivedType(typeof(TeamsTimeInput), "Input.Time")]
internal abstract record TeamsElement
{
    /// <summary>How far from the one above; null for the usual distance.</summary>
    public string? Spacing { get; init; }

    /// <summary>Whether a line is drawn above it; null for none.</summary>
    public bool? Separator { get; init; }
}

/// <summary>A line of text, in Markdown: what is not meant as such is escaped.</summary>
internal sealed record TeamsText(string Text) : TeamsElement
{
    public bool Wrap => true;

    public string? Size { get; init; }

    public string? Weight { get; init; }

    /// <summary><c>Attention</c> for what is wrong; null for the usual one.</summary>
    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary><c>heading</c> for screen readers.</summary>
    public string? Style { get; init; }
}

/// <summary>Labels with what they say.</summary>
internal sealed record TeamsFacts(IReadOnlyList<TeamsFact> Facts) : TeamsElement;

/// <summary>One of them.</summary>
internal sealed record TeamsFact(string Title, string Value);

/// <summary>A picture, by a data address.</summary>
internal sealed record TeamsImage(string Url, string AltText) : TeamsElement
{
    public string Size => "Stretch";
}

/// <summary>Buttons beside each other.</summary>
internal sealed record TeamsActionSet(IReadOnlyList<TeamsAction> Actions) : TeamsElement;

/// <summary>What is common to all inputs.</summary>
internal abstract record TeamsInput(string Id, string Label, string? Value, bool? IsRequired, string? ErrorMessage) : TeamsElement;

/// <summary>Free text.</summary>
internal sealed record TeamsTextInput(string Id, string Label, string? Value, bool? IsRequired, string? ErrorMessage, string? Placeholder, int? MaxLength, bool? IsMultiline)
    : TeamsInput(Id, Label, Value, IsRequired, ErrorMessage);

/// <summary>A choice of one or several.</summary>
internal sealed record TeamsChoiceInput(
    string Id, string Label, string? Value, bool? IsRequired, string? ErrorMessage, IReadOnlyList<TeamsChoice> Choices, bool? IsMultiSelect, string? Style)
    : TeamsInput(Id, Label, Value, IsRequired, ErrorMessage)
{
    public bool Wrap => true;
}

/// <summary>One thing to choose.</summary>
internal sealed record TeamsChoice(string Title, string Value);

/// <summary>A date as 2026-05-12.</summary>
internal sealed record TeamsDateInput(string Id, string Label, string? Value, bool? IsRequired, string? ErrorMessage) : TeamsInput(Id, Label, Value, IsRequired, ErrorMessage);

/// <summary>A time as 09:30.</summary>
internal sealed record TeamsTimeInput(string Id, string Label, string? Value, bool? IsRequired, string? ErrorMessage) : TeamsInput(Id, Label, Value, IsRequired, ErrorMessage);

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TeamsExecute), "Action.Execute")]
[JsonDerivedType(typeof(TeamsSubmit), "Action.Submit")]
internal abstract record TeamsAction(string Title, JsonObject Data)
{
    /// <summary><c>positive</c> or <c>destructive</c>; null for a usual one.</summary>
    public string? Style { get; init; }

    /// <summary><c>secondary</c> puts it under "more".</summary>
    public string? Mode { get; init; }

    /// <summary>What is shown and read beside the title.</summary>
    public string? Tooltip { get; init; }
}

/// <summary>A button whose answer may take the card's place.</summary>
internal sealed record TeamsExecute(string Title, JsonObject Data) : TeamsAction(Title, Data)
{
    public string Verb => TeamsActions.Verb;

    /// <summary>The same for clients that do not know it.</summary>
    public TeamsAction? Fallback { get; init; }
}

/// <summary>A button that opens a dialog or sends one.</summary>
internal sealed record TeamsSubmit(string Title, JsonObject Data) : TeamsAction(Title, Data);

/// <summary>How cards are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamsCard))]
internal sealed partial class TeamsCardJson : JsonSerializerContext;
