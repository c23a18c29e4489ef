using System.Text;

namespace NudgeBot.Commands.Grammar;

/// <summary>What people and platforms type, made plain before it is parsed and stored.</summary>
internal static class Typed
{
    /// <summary>
    /// Straight quotes, ordinary blanks and line breaks, composed letters; no invisible marks, control characters or halves of surrogate
    /// pairs, none of which a database keeps. The joiners inside emoji and some scripts stay. Cleaning twice changes nothing.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC))
        {
            switch (letter)
            {
                case '\n':
                    clean.Append('\n');
                    break;
                case '“' or '”' or '„' or '‟' or '«' or '»':
                    clean.Append('"');
                    break;
                case '‘' or '’' or '‛':
                    clean.Append('\'');
                    break;
                case '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F'):
                    break;
                default:
                    if (char.IsWhiteSpace(letter))
                        clean.Append(' ');
                    else if (!char.IsControl(letter))
                        clean.Append(letter);
                    break;
            }
        }

        // What was removed may have kept a letter and its accent apart.
        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Halves of surrogate pairs, and U+FFFE, become the replacement character: normalization throws on them.</summary>
    internal static string WellFormed(string text)
    {
        var runes = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            runes.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return runes.ToString();
    }
}
