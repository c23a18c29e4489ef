using CsCheck;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>Generators of texts, none of which anybody promised to be sensible.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "ana", "Bob", "@", "@ana", "<@", "<@U1>", "<@U1|Ana>", "\"", "\"Ana Lopez\"", "and", "&", ",", ";", ":", "with", "for", "about", "on", "in", "the",
        "yesterday", "12", "May", "2019", "31", "Feb", "2019-13-40", "12/05/2019", "99999", "years", "ago", "next", "monday", "every", "twice", "a", "because",
        "inner", "until", "here", "weekly", "friday", "15:00", "pm", "last", "first", "monthly", "ana@x.example", "a@", "'s", "🎉", "\uD83C", "\uDF89",
        "\n", "\u00A0", "\u200D", "\u0301", "İ", "ﬃ", ".", "...", "-", "–", "!", ")", "\0",
    ];

    /// <summary>Words of the grammar and thorns, in any order.</summary>
    public static Gen<string> Sentences { get; } = Gen.Select(
        Gen.OneOf(Pieces).Array[0, 30], Gen.OneOf(" ", "", "  "), (pieces, blank) => string.Join(blank, pieces));

    /// <summary>Any UTF-16 at all, halves of pairs included.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(Gen.Char.Array[0, 60].Select(letters => new string(letters)), Sentences);
}
