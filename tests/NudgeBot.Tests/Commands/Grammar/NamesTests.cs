using CsCheck;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>Folding, cleaning, candidates of names, and guesses.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Ana  López", "ana lopez")]
    [InlineData(" ÅSA\u00A0BJØRN ", "asa bjorn")]
    [InlineData("Groß", "gross")]
    [InlineData("Łukasz Żak", "lukasz zak")]
    [InlineData("Æthel", "aethel")]
    [InlineData("O’Brien Jr.", "o'brien jr")]
    [InlineData("ＡＮＡ", "ana")]
    [InlineData("an\u200Ba", "ana")]
    [InlineData("Zoe\u0308", "zoe")]
    [InlineData("İpek", "ipek")]
    [InlineData("हिन्दी", "हिन्दी")]
    public void Names_fold_to_one_form(string name, string folded) => Assert.Equal(folded, Fold.Name(name));

    [Theory]
    [InlineData(" “Ana”\u00A0likes\ttea\u200B\r\nand ‘cake’ ", "\"Ana\" likes tea\nand 'cake'")]
    [InlineData("an\u0301", "ań")]
    [InlineData("\u2068Ana\u2069\0", "Ana")]
    [InlineData("👩\u200D🚀", "👩\u200D🚀")]
    public void Typed_text_becomes_plain(string typed, string clean) => Assert.Equal(clean, Typed.Clean(typed));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", Typed.Clean("a\uD83Db"));
        Assert.Equal("a\uFFFDb", Fold.Name("A\uDC00B"));
    }

    [Fact]
    public void Folding_and_cleaning_twice_changes_nothing() => Texts.Any.Sample(text =>
    {
        Assert.Equal(Fold.Name(text), Fold.Name(Fold.Name(text)));
        Assert.Equal(Typed.Clean(text), Typed.Clean(Typed.Clean(text)));
    });

    [Fact]
    public void Candidates_are_runs_of_words()
    {
        var candidates = Known.NameCandidates("@Ana López, Bob with x");

        Assert.Equal(["ana", "ana lopez", "lopez", "bob", "bob with", "bob with x", "with", "with x", "x"], candidates);
    }

    [Theory]
    [InlineData("hlep", "help")]
    [InlineData("helpd", "helped")]
    [InlineData("thank", "thanks")]
    [InlineData("Settigns", "settings")]
    [InlineData("hist", "history")]
    [InlineData("cirlce", "circle")]
    [InlineData("folowup", "followup")]
    [InlineData("me", "met")]
    // Nothing near
    [InlineData("et", null)]
    [InlineData("banana", null)]
    [InlineData("x", null)]
    [InlineData("ok", null)]
    [InlineData("", null)]
    [InlineData("supercalifragilisticexpialidocious", null)]
    public void The_nearest_command(string word, string? expected) =>
        Assert.Equal(expected, Nearest.To(word, ["help", "helped", "thanks", "met", "settings", "history", "circle", "followup", "ask", "asks", "done"]));
}
