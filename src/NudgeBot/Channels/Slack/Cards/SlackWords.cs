using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>Fits words to Slack: escapes them, finds the mentions and addresses in them, and cuts them where no character is torn.</summary>
internal static partial class SlackWords
{
    /// <summary>
    /// Escapes the three signs that control mrkdwn (docs.slack.dev/messaging/formatting-message-text). Accounts that are mentioned stay
    /// mentions, and addresses become links; <c>&lt;!channel&gt;</c> and its like are only words.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var (part, kind) in Parts(text))
            escaped.Append(kind switch { Kind.Mention => part, Kind.Address => $"<{Signs(part).Replace("|", "%7C", StringComparison.Ordinal)}>", _ => Signs(part) });
        return escaped.ToString();
    }

    /// <summary>Whether accounts are mentioned or addresses stand in a text.</summary>
    public static bool HasReferences(string text) => References().IsMatch(text);

    /// <summary>The text as runs of rich text.</summary>
    public static IEnumerable<SlackRichTextPart> Rich(string text) => Parts(text).Select(part => part.Kind switch
    {
        Kind.Mention => new SlackUser(part.Text[2..^1]),
        Kind.Address => new SlackLink(part.Text),
        _ => (SlackRichTextPart)new SlackRun(part.Text),
    });

    /// <summary>At most so many UTF-16 units of a text, with an ellipsis where something was cut off; what one reads as one character stays whole.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..Fitting(text, longest - 1)] + "…";

    /// <summary>The text that stands for blocks: escaped, and cut so that it fits when it is escaped.</summary>
    public static string Fallback(string text)
    {
        var most = SlackLimits.Fallback;
        while (true)
        {
            var escaped = Escape(Cut(text, most));
            if (escaped.Length <= SlackLimits.Fallback)
                return escaped;
            most -= Math.Max(1, (escaped.Length - SlackLimits.Fallback) / 5);
        }
    }

    /// <summary>A text in pieces that fit, parted between lines or words where that is possible. Nothing is lost but blank space at the seams.</summary>
    public static IEnumerable<string> Split(string text, int longest)
    {
        var rest = text.Trim();
        while (rest.Length > longest)
        {
            var fitting = Fitting(rest, longest);
            var seam = rest.LastIndexOf('\n', fitting - 1, fitting / 2);
            if (seam <= 0)
                seam = rest.LastIndexOf(' ', fitting - 1, fitting / 2);
            var piece = rest[..(seam > 0 ? seam : fitting)];
            rest = rest[piece.Length..].TrimStart();
            yield return piece.TrimEnd();
        }

        if (rest.Length > 0)
            yield return rest;
    }

    /// <summary>How much of a text fits without tearing a grapheme; one that alone is longer is torn between code points.</summary>
    private static int Fitting(string text, int longest)
    {
        if (longest < 1)
            return 0;
        var length = 0;
        while (length < text.Length && StringInfo.GetNextTextElementLength(text, length) is var next && length + next <= longest)
            length += next;
        return length > 0 ? length : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }

    private static IEnumerable<(string Text, Kind Kind)> Parts(string text)
    {
        var at = 0;
        foreach (Match match in References().Matches(text))
        {
            if (match.Index > at)
                yield return (text[at..match.Index], Kind.Words);
            // The longest address may end in the middle of a character.
            var reference = char.IsHighSurrogate(match.Value[^1]) ? match.Value[..^1] : match.Value;
            yield return (reference, reference[0] == '<' ? Kind.Mention : Kind.Address);
            at = match.Index + reference.Length;
        }

        if (at < text.Length)
            yield return (text[at..], Kind.Words);
    }

    private static string Signs(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A mention of an account, or a web address up to where a sentence would end it.</summary>
    [GeneratedRegex("""<@[UW][A-Z0-9]{1,30}>|https?://[^\s<>"“”«»]{1,2000}(?<![.,;:!?)\]'])""")]
    private static partial Regex References();

    private enum Kind
    {
        Words,
        Mention,
        Address,
    }
}
