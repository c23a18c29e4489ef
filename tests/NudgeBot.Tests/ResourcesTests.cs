using System.Text.RegularExpressions;
using System.Xml.Linq;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests;

/// <summary>A text that is not there shows as its key: every key that the sources name must stand in the resources, in each language.</summary>
public sealed partial class ResourcesTests
{
    private static readonly string Source = Path.Combine(Sources.Folder, "src", "NudgeBot");

    [Fact]
    public void Every_text_that_the_sources_name_is_there_in_every_language()
    {
        var texts = Directory.EnumerateFiles(Source, "*Text.resx", SearchOption.AllDirectories).ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => path);

        var missing = from path in Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
                      let code = File.ReadAllText(path)
                      from localizer in Localizer().Matches(code)
                      where texts.ContainsKey(localizer.Groups["text"].Value)
                      let file = texts[localizer.Groups["text"].Value]
                      from language in new[] { file, Path.ChangeExtension(file, ".de.resx") }
                      let keys = Keys(language)
                      from use in Regex.Matches(code, $@"\b{localizer.Groups["name"].Value}\[""(?<key>[^""]+)""")
                      where !keys.Contains(use.Groups["key"].Value)
                      select $"{Path.GetFileName(path)}: {use.Groups["key"].Value} in {Path.GetFileName(language)}";

        Assert.Empty(missing.Distinct());
    }

    private static HashSet<string> Keys(string path) =>
        File.Exists(path) ? [.. XDocument.Load(path).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)] : [];

    [GeneratedRegex(@"IStringLocalizer<(?<text>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Localizer();
}
