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
        await page.SetContentAsync("<!doctype html><html lang=\"en\"><title>A card</title><main></main></html>");
        foreach (var script in new[] { "node_modules/adaptivecards/dist/adaptivecards.min.js", "node_modules/markdown-it/dist/markdown-it.min.js", "draw.js" })
            await page.AddScriptTagAsync(new() { Path = Path.Combine(Peers.Folder, script) });
        return new(page, scheme is ColorScheme.Dark ? "dark" : "light");
    }

    /// <summary>Draws cards below each other, and returns what is wrong with how they look, and with how they are for whoever cannot see them.</summary>
    public async Task<IReadOnlyList<string>> DrawAsync(IReadOnlyList<(string Name, JsonElement Card)> cards)
    {
        List<string> faults = [];
        foreach (var (name, card) in cards)
        {
            var read = await page.EvaluateAsync<string[]>("([name, card, theme]) => drawCard(JSON.parse(card), theme, name)", new[] { name, card.GetRawText(), theme });
            faults.AddRange(read.Select(fault => $"{name}: {fault}"));
        }

        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        foreach (var (fault, node) in found.Violations.SelectMany(fault => fault.Nodes.Select(node => (fault, node))))
        {
            var name = await page.EvaluateAsync<string?>("part => document.querySelector(part)?.closest('.card')?.id", node.Target.Selector);
            faults.Add($"{name}: {fault.Id}: {fault.Help} at {node.Html}");
        }

        faults.AddRange(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.card')].filter(card => card.scrollWidth > card.clientWidth).map(card => `${card.id}: hangs over the side`)"));
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            faults.Add("the page: hangs over the side");
        return faults;
    }

    /// <summary>What a line of text says once it is drawn.</summary>
    public async Task<string> ShownAsync(string markdown)
    {
        var card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text = markdown, wrap = true } } });
        await page.EvaluateAsync("([card, theme]) => drawCard(JSON.parse(card), theme, 'line')", new[] { card.GetRawText(), theme });
        return (await page.Locator("#line").TextContentAsync() ?? "").Trim();
    }

    public Task PaintAsync(string name, string file) => page.Locator($"#{name}").ScreenshotAsync(new() { Path = file });

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
