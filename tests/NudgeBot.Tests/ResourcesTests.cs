using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using NudgeBot.Ledger;

namespace NudgeBot.Tests;

/// <summary>What must hold for every text shown to people, whichever slice it belongs to.</summary>
public sealed partial class ResourcesTests
{
    public static TheoryData<string> Slices =>
        [.. typeof(LedgerText).Assembly.GetManifestResourceNames().Where(name => name.EndsWith("Text.resources", StringComparison.Ordinal)).Select(name => name[..^".resources".Length])];

    [Theory]
    [MemberData(nameof(Slices))]
    public void Both_languages_say_the_same_things_with_the_same_holes(string slice)
    {
        var english = Texts(slice, "");
        var german = Texts(slice, "de");

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), german.Keys.Order());
        Assert.All(english, text => Assert.Equal(Holes(text.Value).Order(), Holes(german[text.Key]).Order()));
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void No_text_keeps_score(string slice) =>
        Assert.All(Texts(slice, "").Concat(Texts(slice, "de")), text => Assert.DoesNotMatch(Scorekeeping(), text.Value));

    private static Dictionary<string, string> Texts(string slice, string language) =>
        new ResourceManager(slice, typeof(LedgerText).Assembly).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Hole();

    [GeneratedRegex(@"score|\brank|streak|\bowes?\b|balance|leaderboard|points|top \d+", RegexOptions.IgnoreCase)]
    private static partial Regex Scorekeeping();
}
