using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Commands;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>What must hold for the files of the local page and of the tab in Teams whoever edits them, checked without a browser.</summary>
public sealed partial class PageFilesTests
{
    private const string Page = "Channels/Local/Page", Tab = "Channels/Teams/Tab/Page";

    [Theory]
    [InlineData(Page)]
    [InlineData(Tab)]
    public void The_page_stands_beside_the_program_and_has_no_inline_script_or_style(string page)
    {
        var html = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page, "index.html"));

        Assert.DoesNotMatch(Inline(), html);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Tab)]
    public void Nothing_is_asked_of_another_host(string page) =>
        Assert.All(Files(page), file => Assert.DoesNotMatch(OtherHost(), File.ReadAllText(file)));

    [Theory]
    [InlineData(Page)]
    [InlineData(Tab)]
    public void Nothing_is_ever_read_as_html(string page) =>
        Assert.All(Files(page), file => Assert.DoesNotMatch(Html(), File.ReadAllText(file)));

    [Theory]
    [InlineData(Page)]
    [InlineData(Tab)]
    public void Every_vendored_library_has_its_licence(string page)
    {
        var library = Path.Combine(AppContext.BaseDirectory, page, "lib");

        Assert.All(
            Directory.EnumerateFiles(library, "*.js"),
            file => Assert.True(File.Exists(Path.Combine(library, $"{Path.GetFileName(file).Split('.')[0]}.LICENSE.txt")), file));
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Tab)]
    public void Both_languages_have_the_same_words(string page)
    {
        var (english, german) = (Words("en", page), Words("de", page));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), german.Keys.Order());
    }

    [Fact]
    public void Every_word_that_is_used_exists_and_every_word_is_used()
    {
        var code = string.Concat(Files(Page).Where(file => !file.Contains("/words/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var families = Family().Matches(code).Select(match => match.Groups[1].Value).ToHashSet();

        var used = Use().Matches(code).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Subset(Words("en").Keys.ToHashSet(), used);
        Assert.All(Words("en").Keys, key => Assert.True(code.Contains($"\"{key}\"", StringComparison.Ordinal) || families.Contains($"{key.Split(' ')[0]} "), key));
    }

    [Fact]
    public async Task The_box_offers_every_command_and_no_other()
    {
        await using var bot = new TestBot();
        var offered = Offer().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Page, "chat", "commands.js"))).Select(match => match.Groups[1].Value);

        var known = bot.Services.GetRequiredService<Routes>().Commands.Select(route => route.Info.Name);

        Assert.Equal(known.Order(StringComparer.Ordinal), offered.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", Page)]
    [InlineData("de", Page)]
    [InlineData("en", Tab)]
    [InlineData("de", Tab)]
    public void No_word_keeps_score(string language, string page) =>
        Assert.All(Words(language, page).Values, text => Assert.DoesNotMatch(Scorekeeping(), text));

    private static IEnumerable<string> Files(string page) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, page), "*", SearchOption.AllDirectories).Where(file => !file.Contains("/lib/", StringComparison.Ordinal));

    private static Dictionary<string, string> Words(string language, string page = Page) =>
        Word().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page, "words", $"{language}.js")))
            .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["text"].Value);

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:""")]
    private static partial Regex Inline();

    // Names of XML namespaces are no addresses that anything is asked of.
    [GeneratedRegex("""(?<!")https?://(?!www\.w3\.org/2000/svg)|"https?://(?!www\.w3\.org/2000/svg)|@import|url\(""")]
    private static partial Regex OtherHost();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\(|setHTML")]
    private static partial Regex Html();

    [GeneratedRegex("""^  "?(?<key>[\w ]+?)"?: "(?<text>.*)",$""", RegexOptions.Multiline)]
    private static partial Regex Word();

    [GeneratedRegex("""(?:\bsay\(|data-say=|data-say-label=)"([\w ]+)["]""")]
    private static partial Regex Use();

    [GeneratedRegex("""\bword: "(\w+)""")]
    private static partial Regex Offer();

    [GeneratedRegex("""\bsay\(`(\w+ )\$""")]
    private static partial Regex Family();

    [GeneratedRegex(@"score|rank|streak|owe|balance|leaderboard|points|top \d+", RegexOptions.IgnoreCase)]
    private static partial Regex Scorekeeping();
}
