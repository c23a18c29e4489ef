using System.Globalization;
using System.Text;

namespace NudgeBot.Commands.Grammar;

/// <summary>Brings names and words into the one form in which they are compared: nobody types "Åsa Bjørn" the same way twice.</summary>
internal static class Fold
{
    /// <summary>
    /// Case, Latin, Greek and Cyrillic accents, compatibility forms, smart quotes and invisible characters are folded, white space is one
    /// blank, and punctuation at the end of a word is dropped ("Jr." is "jr"). Folding twice changes nothing.
    /// </summary>
    public static string Name(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Typed.WellFormed(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (Plain(letter) is { } plain)
                folded.Append(plain);
            else if (char.IsWhiteSpace(letter) || char.IsControl(letter))
                folded.Append(' ');
            else if (letter is not (>= '\u0300' and <= '\u036F') && char.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
                folded.Append(letter);
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.', ',', ';', ':', '!', '?'))
            .Where(word => word.Length > 0);
        return string.Join(' ', words).Normalize(NormalizationForm.FormC);
    }

    // Letters that Unicode does not take apart into a base letter and an accent, and signs that keyboards vary.
    private static string? Plain(char letter) => letter switch
    {
        'ß' => "ss",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        '’' or '‘' or '‛' or 'ʼ' or '`' => "'",
        '“' or '”' or '„' => "\"",
        '‐' or '‑' => "-",
        _ => null,
    };
}
