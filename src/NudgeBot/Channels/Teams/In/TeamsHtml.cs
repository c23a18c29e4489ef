using System.Text.RegularExpressions;

namespace NudgeBot.Channels.Teams.In;

/// <summary>The words of a message that Teams gives as HTML.</summary>
internal static partial class TeamsHtml
{
    /// <summary>The text without tags, and without what it quotes of an earlier message; signs stay encoded.</summary>
    public static string Read(string html) => Tags().Replace(Breaks().Replace(Emoji().Replace(Quotes().Replace(html, ""), "$1"), "\n"), "");

    [GeneratedRegex("<blockquote\\b[^>]*schema\\.skype\\.com/Reply[^>]*>.*?</blockquote>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Quotes();

    [GeneratedRegex("<emoji\\b[^>]*?\\balt=\"([^\"]*)\"[^>]*>[^<]*</emoji>", RegexOptions.IgnoreCase)]
    private static partial Regex Emoji();

    [GeneratedRegex("<br\\s*/?>|</(p|div|li)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
