using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Commands;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Commands;

/// <summary>What holds for every text that people can read, in any slice and language.</summary>
public sealed partial class TextsTests
{
    private static readonly IReadOnlyList<string> Files =
        Directory.GetFiles(Path.Combine(Sources.Folder, "src", "NudgeBot"), "*.resx", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();

    public static TheoryData<string> English =>
        [.. Files.Select(file => Path.GetRelativePath(Sources.Folder, file.Replace(".de.resx", ".resx", StringComparison.Ordinal))).Distinct()];

    [Theory]
    [MemberData(nameof(English))]
    public void Every_text_has_its_German_twin_with_the_same_placeholders(string file)
    {
        var english = Read(Path.Combine(Sources.Folder, file));
        var german = Read(Path.Combine(Sources.Folder, Path.ChangeExtension(file, ".de.resx")));

        Assert.NotEmpty(english);
        Assert.Equal(Placeholders(english), Placeholders(german));
    }

    [Fact]
    public void No_text_keeps_score()
    {
        var scoring = Files.SelectMany(file => Read(file).Where(text => Scorekeeping().IsMatch(text.Value)).Select(text => $"{file}: {text.Key}"));

        Assert.NotEmpty(Files);
        Assert.Empty(scoring);
    }

    [Fact]
    public async Task Every_command_has_a_summary_in_both_languages_and_no_summary_is_left_over()
    {
        await using var bot = new TestBot();
        var names = bot.Services.GetRequiredService<Routes>().Commands.Select(route => $"help.{route.Info.Name}");
        string[] headings = ["help.title", "help.intro", "help.more", "help.examples"];

        foreach (var file in Files.Where(file => Path.GetFileName(file).StartsWith("CommandsText", StringComparison.Ordinal)))
        {
            Assert.Equal(
                names.Order(StringComparer.Ordinal),
                Read(file).Keys.Where(key => key.StartsWith("help.", StringComparison.Ordinal)).Except(headings).Order(StringComparer.Ordinal));
        }
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(Dictionary<string, string> texts) =>
        texts.Select(text => $"{text.Key}: {string.Join(' ', Placeholder().Matches(text.Value).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"score|rank|streak|owe|owes|balance|leaderboard|points|top \d+", RegexOptions.IgnoreCase)]
    private static partial Regex Scorekeeping();
}
