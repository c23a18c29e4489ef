using System.Text;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Ledger;

/// <summary>Takes the words to look for out of what was typed: letters and digits only, each also in the spelling that names are compared in.</summary>
internal static class FindWords
{
    /// <summary>The most characters that are looked for.</summary>
    public const int Longest = 200;

    /// <summary>Each word in its spellings; empty when nothing that could be looked for was typed.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            plain.Append(IsPartOfWord(rune) ? rune.ToString() : " ");
        return
        [
            .. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit))
                .Select(word => (string[])[word, Fold.Name(word)]).Select(spellings => spellings.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToList()),
        ];
    }

    // Marks are accents that stand behind their letter.
    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
