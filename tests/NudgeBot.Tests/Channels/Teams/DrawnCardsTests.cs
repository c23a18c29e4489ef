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
    public static TheoryData<string> Lines { get; } =
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
        List<string> faults = [];
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            faults.AddRange((await page.DrawAsync(JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement)).Select(fault => $"{name}: {fault}"));
            if (Environment.GetEnvironmentVariable("NUDGEBOT_TESTS_PICTURES") is { Length: > 0 } pictures)
                await page.PaintAsync(Path.Combine(pictures, $"{name}-{width}-{scheme}.png"));
        }

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    [Trait("Category", "Browser")]
    public async Task What_people_wrote_is_shown_as_they_wrote_it(string line)
    {
        await using var page = await CardPage.OpenAsync(browser, 720, ColorScheme.Light);

        Assert.Equal(line, await page.ShownAsync(TeamsMarkdown.Escape(line)));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "snapshots");
}
