using Microsoft.Playwright;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>One Chromium for all tests of the page: the system's own, from <c>CHROMIUM</c> or the path. Nothing is downloaded.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            // A container has no sandbox of its own for it and no graphics; the rest keeps it from calling anybody.
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens the page of a bot in a fresh profile; skips the test where there is no Chromium.</summary>
    internal async Task<PageVisit> VisitAsync(TestBot bot, string? member = null, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await OpenAsync(width, scheme);
        var visit = new PageVisit(page.Context, page, bot.Http.BaseAddress!);
        await visit.OpenAsync(member);
        return visit;
    }

    /// <summary>An empty page in a fresh profile, which ends with its context.</summary>
    internal async Task<IPage> OpenAsync(int width, ColorScheme scheme) => await (await ProfileAsync(width, scheme)).NewPageAsync();

    /// <summary>A fresh profile; skips the test where there is no Chromium.</summary>
    internal Task<IBrowserContext> ProfileAsync(int width, ColorScheme scheme)
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed: neither CHROMIUM nor the path names it.");
        return browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 860 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}

/// <summary>The tests that share the browser run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<PageBrowser>
{
    public const string Name = "Page";
}
