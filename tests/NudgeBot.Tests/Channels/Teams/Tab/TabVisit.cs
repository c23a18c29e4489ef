using System.Text.Json;
using Microsoft.Playwright;
using NudgeBot.Tests.Channels.Local;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams.Tab;

/// <summary>
/// Somebody at the tab in a browser. The page and TeamsJS are the real ones, at the addresses that they have in the world; the Teams around
/// them is a page of the tests' own that answers TeamsJS' messages: initialize, getContext, getAuthToken, themeChange and openLink.
/// </summary>
internal sealed class TabVisit : IAsyncDisposable
{
    private const string Tab = $"{FakeTeams.PublicUrl}/teams/tab";

    /// <summary>Teams as far as a tab sees it. What it is asked for is kept in <c>asked</c>.</summary>
    private const string Host = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Microsoft Teams</title>
        <style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100vh; display: block }</style></head>
        <body><iframe src="TAB" title="NudgeBot"></iframe><script>
          let { theme, locale, token, refusal } = SETUP;
          const asked = [];
          const runtime = { apiVersion: 4, isLegacyTeams: false, hostVersionsInfo: {}, supports: { pages: {} } };
          const answers = {
            initialize: () => ["content", "web", JSON.stringify(runtime), "2.58.0"],
            getContext: () => [{ theme, locale, hostClientType: "web", hostName: "Teams", entityId: "circle", tid: "t", userObjectId: "u" }],
            "authentication.getAuthToken": () => refusal ? [false, refusal] : [true, token],
            executeDeepLink: () => [true],
            "app.openLink": () => [],
          };
          addEventListener("message", ({ data, source, origin }) => {
            asked.push([data.func, ...(data.args ?? [])]);
            if (answers[data.func]) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answers[data.func]() }, origin);
          });
          const change = theme => document.querySelector("iframe").contentWindow.postMessage({ func: "themeChange", args: [theme] }, "*");
        </script></body></html>
        """;

    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    private TabVisit(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public IFrameLocator Frame => Page.FrameLocator("iframe");

    /// <summary>Opens the tab within Teams.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="running">Whose tab.</param>
    /// <param name="who">Whom Teams signs in; null where it does not.</param>
    /// <param name="host">Whose page frames it.</param>
    public static async Task<TabVisit> OpenAsync(
        PageBrowser browser, TeamsBot running, TeamsPersona? who, string theme = "default", string locale = "en-us", int width = 1280, string host = "https://teams.microsoft.com/v2/")
    {
        var setup = JsonSerializer.Serialize(new { theme, locale, token = who is null ? null : running.Teams.TabToken(who), refusal = who is null ? "resourceRequiresConsent" : null });
        var visit = await ComeAsync(browser, running, width);
        await visit.context.RouteAsync(new Uri(host).GetLeftPart(UriPartial.Authority) + "/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = Host.Replace("TAB", Tab, StringComparison.Ordinal).Replace("SETUP", setup, StringComparison.Ordinal),
        }));
        await visit.Page.GotoAsync(host);
        return visit;
    }

    /// <summary>Opens the tab's address as any other page.</summary>
    public static async Task<TabVisit> OpenAloneAsync(PageBrowser browser, TeamsBot running)
    {
        var visit = await ComeAsync(browser, running, 1280);
        await visit.Page.GotoAsync(Tab);
        return visit;
    }

    /// <summary>Whether the page within the frame is the tab, and not what a browser shows instead of it.</summary>
    public async Task<bool> IsFramedAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return Page.Frames.Any(frame => frame.Url == Tab);
    }

    /// <summary>What the tab asked Teams for.</summary>
    public Task<JsonElement> AskedAsync() => Page.EvaluateAsync<JsonElement>("asked");

    public Task ChangeThemeAsync(string theme) => Page.EvaluateAsync("theme => change(theme)", theme);

    /// <summary>Has Teams sign somebody in anew.</summary>
    public Task SignInAsync(string token) => Page.EvaluateAsync("given => { token = given; }", token);

    /// <summary>Answers that a test provokes are noted by the browser in its console.</summary>
    public void ForgetRefusals() => faults.RemoveAll(fault => fault.Contains("Failed to load resource", StringComparison.Ordinal));

    /// <summary>So is a page that may not be framed.</summary>
    public void ForgetFraming() => faults.RemoveAll(fault => fault.Contains("frame-ancestors", StringComparison.Ordinal));

    /// <summary>Keeps a picture of what is shown where the environment names a folder for them.</summary>
    public async Task PhotographAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("NUDGEBOT_TESTS_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(faults);
    }

    private static async Task<TabVisit> ComeAsync(PageBrowser browser, TeamsBot running, int width)
    {
        var context = await browser.ProfileAsync(width, ColorScheme.Light);
        var visit = new TabVisit(context, await context.NewPageAsync());
        // Whatever is asked of any other host is a fault, but for one thing that TeamsJS asks by itself and the page's policy forbids: the
        // newest list of Teams' hosts, without which it takes the one that it brings.
        await context.RouteAsync("**/*", route => { visit.faults.Add($"Asked another host: {route.Request.Url}"); return route.AbortAsync(); });
        await context.RouteAsync($"{FakeTeams.PublicUrl}/**", async route =>
            await route.FulfillAsync(new() { Response = await route.FetchAsync(new() { Url = new Uri(running.Bot.Http.BaseAddress!, new Uri(route.Request.Url).PathAndQuery).ToString() }) }));
        visit.Page.PageError += (_, error) => visit.faults.Add(error);
        visit.Page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning" && !line.Text.Contains("res.cdn.office.net", StringComparison.Ordinal))
                visit.faults.Add($"{line.Text} ({line.Location})");
        };
        return visit;
    }
}
