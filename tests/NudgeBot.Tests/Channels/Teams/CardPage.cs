using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NudgeBot.Tests.Channels.Local;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>A page that draws cards with Microsoft's own library, in colours near those of Teams (tests/peers/draw.js).</summary>
internal sealed class CardPage : IAsyncDisposable
{
    private readonly IPage page;
    private readonly string theme;

    private CardPage(IPage page, string theme) => (this.page, this.theme) = (page, theme);

    public static async Task<CardPage> OpenAsync(PageBrowser browser, int width, ColorScheme scheme)
    {
        foreach (var package in new[] { "adaptivecards", "markdown-it" })
            Peers.Need(package);
        var page = await browser.OpenAsync(width, scheme);
        await page.SetContentAsync("<!doctype html><html lang=\"en\"><title>A card</title><main id=\"card\"></main></html>");
        foreach (var script in new[] { "node_modules/adaptivecards/dist/adaptivecards.min.js", "node_modules/markdown-it/dist/markdown-it.min.js", "draw.js" })
            await page.AddScriptTagAsync(new() { Path = Path.Combine(Peers.Folder, script) });
        return new(page, scheme is ColorScheme.Dark ? "dark" : "light");
    }

    /// <summary>Draws a card and returns what is wrong with how it looks, and with how it is for whoever cannot see it.</summary>
    public async Task<IReadOnlyList<string>> DrawAsync(JsonElement card)
    {
        var read = await page.EvaluateAsync<string[]>("([card, theme]) => drawCard(JSON.parse(card), theme)", new[] { card.GetRawText(), theme });
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        var isOver = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return
        [
            .. read,
            .. found.Violations.Select(fault => $"{fault.Id}: {fault.Help} at {string.Join(", ", fault.Nodes.Select(node => node.Html))}"),
            .. isOver ? ["it hangs over the side"] : Array.Empty<string>(),
        ];
    }

    /// <summary>What a line of text says once it is drawn.</summary>
    public async Task<string> ShownAsync(string markdown)
    {
        var card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text = markdown, wrap = true } } });
        await page.EvaluateAsync("([card, theme]) => drawCard(JSON.parse(card), theme)", new[] { card.GetRawText(), theme });
        return (await page.Locator("#card").TextContentAsync() ?? "").Trim();
    }

    public Task PaintAsync(string file) => page.ScreenshotAsync(new() { Path = file, FullPage = true });

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
