using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Tests.Channels.Local;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Teams;

[Collection(PageTests.Name)]
public sealed class DrawnCardsTests(PageBrowser browser)
{
    /// <summary>A channel on a desk, with a card's full width; and a phone, or the narrow width of a card.</summary>
    public static TheoryData<int, ColorScheme> Screens { get; } = new()
    {
        { 720, ColorScheme.Light },
        { 720, ColorScheme.Dark },
        { 360, ColorScheme.Light },
        { 360, ColorScheme.Dark },
    };

    /// <summary>What could mean something in Markdown, and is meant as it stands.</summary>
    private static readonly string[] Lines =
    [
        "*stars* and _lines_ and __more__ and ~~gone~~", "# no heading", "1. no list", "12) no list", "- no list", "+ no list", "> no quotation", "[no](https://example.com) link",
        "`no code`", "<b>no tag</b> <at>nobody</at>", "a\\b \\* c", "AT&T &amp; &lt;co&gt; &#42; R&D; &", "https://example.com/bob_w?a=1&b=2*3", "!no picture [x]: y", "---", "***", "2 * 3 * 4", "a_b_c d_e",
    ];

    [Fact]
    public async Task Real_cards_are_drawn_as_they_were_looked_at() =>
        Snapshots.Compare((await RealActivities.PlayAsync()).Cards.Select(one => (one.Name, JsonSerializer.SerializeToElement(one.Card))));

    /// <summary>With <c>NUDGEBOT_TESTS_PICTURES</c> naming a folder, what was drawn is there to be looked at.</summary>
    [Theory]
    [MemberData(nameof(Screens))]
    [Trait("Category", "Browser")]
    public async Task Every_card_can_be_read_by_everybody_in_light_and_dark(int width, ColorScheme scheme)
    {
        await using var page = await CardPage.OpenAsync(browser, width, scheme);
        List<(string Name, JsonElement Card)> cards =
            [.. Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(File.ReadAllText(file)).RootElement))];

        var faults = await page.DrawAsync(cards);

        if (Environment.GetEnvironmentVariable("NUDGEBOT_TESTS_PICTURES") is { Length: > 0 } pictures)
        {
            foreach (var (name, _) in cards)
                await page.PaintAsync(name, Path.Combine(pictures, $"{name}-{width}-{scheme}.png"));
        }

        Assert.Empty(faults);
    }

    [Fact]
    [Trait("Category", "Browser")]
    public async Task What_is_wrong_with_one_of_many_cards_is_found()
    {
        await using var page = await CardPage.OpenAsync(browser, 360, ColorScheme.Light);
        var good = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder(), "settings.json"))).RootElement;
        var odd = JsonDocument.Parse(
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Image","url":"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="},{"type":"Input.Text","id":"a"},{"type":"TextBlock","text":"Odd","color":"Oddly"}]}""").RootElement;

        var faults = await page.DrawAsync([("before", good), ("odd", odd), ("after", good)]);

        Assert.Equal(3, faults.Count);
        Assert.All(faults, fault => Assert.StartsWith("odd: ", fault, StringComparison.Ordinal));
        Assert.All(new[] { "image-alt", "label", "Invalid value" }, wrong => Assert.Contains(faults, fault => fault.Contains(wrong, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Category", "Browser")]
    public async Task What_people_wrote_is_shown_as_they_wrote_it()
    {
        await using var page = await CardPage.OpenAsync(browser, 720, ColorScheme.Light);
        List<string> shown = [];

        foreach (var line in Lines)
            shown.Add(await page.ShownAsync(TeamsMarkdown.Escape(line)));

        Assert.Equal(Lines, shown);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "snapshots");
}
