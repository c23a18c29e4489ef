using System.Text.Json.Serialization;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>A text object: <c>plain_text</c>, in which no sign means anything, or <c>mrkdwn</c>.</summary>
internal sealed record SlackText(string Type, string Text, bool? Verbatim = null)
{
    public static SlackText Plain(string text) => new("plain_text", text);

    /// <summary>Plain text where nobody is mentioned and no address stands in it; else escaped mrkdwn, whose names and links are left as they are.</summary>
    public static SlackText Of(string text, int longest)
    {
        var escaped = SlackWords.Escape(text);
        return SlackWords.HasReferences(text) && escaped.Length <= longest ? new("mrkdwn", escaped, Verbatim: true) : Plain(text);
    }
}

/// <summary>One paragraph of rich text.</summary>
internal sealed record SlackRichTextSection(IReadOnlyList<SlackRichTextPart> Elements)
{
    public string Type => "rich_text_section";
}

/// <summary>A run of rich text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackRun), "text")]
[JsonDerivedType(typeof(SlackUser), "user")]
[JsonDerivedType(typeof(SlackLink), "link")]
internal abstract record SlackRichTextPart;

/// <summary>Words, as they are.</summary>
internal sealed record SlackRun(string Text, SlackStyle? Style = null) : SlackRichTextPart;

/// <summary>A mention, drawn with the account's present name.</summary>
internal sealed record SlackUser(string UserId) : SlackRichTextPart;

/// <summary>An address to open.</summary>
internal sealed record SlackLink(string Url) : SlackRichTextPart;

/// <summary>How words look.</summary>
internal sealed record SlackStyle(bool Bold);
