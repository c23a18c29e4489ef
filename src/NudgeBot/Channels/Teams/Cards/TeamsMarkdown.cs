using System.Text;
using System.Text.RegularExpressions;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>Cards take their texts for Markdown; what people wrote is shown as they wrote it.</summary>
internal static partial class TeamsMarkdown
{
    /// <summary>One line, with a backslash before each sign that would mean something where it stands.</summary>
    public static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var (at, sign) in line.Index())
        {
            var begins = line.AsSpan(0, at).IsWhiteSpace();
            // A reference such as &amp; would be read as its sign.
            if (sign is '&' ? Reference().IsMatch(line, at) : sign is '\\' or '*' or '_' or '[' or ']' or '`' or '~' or '<' || (begins && sign is '#' or '-' or '+' or '>') || (sign is '.' or ')' && IsNumber(line.AsSpan(0, at))))
                escaped.Append('\\');
            escaped.Append(sign);
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\G&#?\w{1,31};")]
    private static partial Regex Reference();

    private static bool IsNumber(ReadOnlySpan<char> before) => before.TrimStart() is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');
}
