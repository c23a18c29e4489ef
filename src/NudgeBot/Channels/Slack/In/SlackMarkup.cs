using System.Text.RegularExpressions;

namespace NudgeBot.Channels.Slack.In;

/// <summary>
/// Slack's marked-up text as people meant it: mentions stay as <c>&lt;@account&gt;</c>, everything else becomes plain (docs.slack.dev,
/// "Formatting message text").
/// </summary>
internal static partial class SlackMarkup
{
    /// <summary>The accounts that a text mentions, each once.</summary>
    public static IReadOnlyList<string> Mentions(string text) =>
        [.. Tokens().Matches(text).Where(token => token.Groups["sign"].Value == "@").Select(token => token.Groups["id"].Value).Distinct()];

    /// <summary>The text without Slack's own signs.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="names">What to put in place of mentions of accounts that are not this workspace's.</param>
    public static string Read(string text, IReadOnlyDictionary<string, string>? names = null) =>
        Unescape(Tokens().Replace(text, token => Plain(token, names)));

    private static string Plain(Match token, IReadOnlyDictionary<string, string>? names)
    {
        var (sign, id, label) = (token.Groups["sign"].Value, token.Groups["id"].Value, token.Groups["label"].Value);
        return sign switch
        {
            // A quoted name means somebody outside the workspace, or of whom nothing else is known.
            "@" => names?.GetValueOrDefault(id) is { } name ? $"\"{name.Replace('"', '\'')}\"" : $"<@{id}>",
            // The label of a private channel is empty.
            "#" => "#" + (label.Length > 0 ? label : id),
            "!" when label.Length > 0 => label,
            "!" => "@" + id.Split('^')[^1],
            _ when id.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) => id["mailto:".Length..],
            _ when id.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && label.Length > 0 => label,
            _ => id,
        };
    }

    private static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<(?<sign>[@#!]?)(?<id>[^<>|]+)(?:\\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();
}
