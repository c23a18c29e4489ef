using System.Text.RegularExpressions;

namespace NudgeBot.Channels.Teams.In;

/// <summary>The words of a message that Teams gives as HTML.</summary>
internal static partial class TeamsHtml
{
    /// <summary>The text without tags; signs stay encoded.</summary>
    public static string Read(string html) => Tags().Replace(Breaks().Replace(html, "\n"), "");

    [GeneratedRegex("<br\\s*/?>|</(p|div|li)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
