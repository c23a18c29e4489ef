using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>Somebody at the page. What must never happen while they are there is gathered and checked when they leave.</summary>
internal sealed class PageVisit(IBrowserContext context, IPage page, Uri home) : IAsyncDisposable
{
    private readonly List<string> faults = [];

    public IPage Page => page;

    public ILocator Box => page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^(Message|Command)") });

    public ILocator Suggestions => page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);

    public ILocator Messages => page.Locator("#messages > .message:not(.pending)");

    public ILocator Circle => page.GetByRole(AriaRole.Region, new() { Name = "Your circle" });

    public async Task OpenAsync(string? member)
    {
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, line) => { if (line.Type is "error" or "warning") faults.Add($"{line.Text} ({line.Location})"); };
        page.Request += (_, request) => { if (!home.IsBaseOf(new Uri(request.Url))) faults.Add($"Asked another host: {request.Url}"); };
        if (member is not null)
            await page.AddInitScriptAsync($"localStorage.setItem('nudgebot.member', '{member}')");
        await page.GotoAsync(home.ToString());
        if (member is not null)
            await Assertions.Expect(Box).ToBeFocusedAsync();
    }

    /// <summary>Goes to a conversation; on a phone the list of them is behind the menu.</summary>
    public async Task GoAsync(string conversation)
    {
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Open menu" });
        if (await menu.IsVisibleAsync())
            await menu.ClickAsync();
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = conversation }).ClickAsync();
        await Assertions.Expect(Box).ToBeFocusedAsync();
    }

    /// <summary>Brings the circle into view where it does not stand beside the chat.</summary>
    public async Task ShowCircleAsync()
    {
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Your circle" });
        if (await open.IsVisibleAsync())
            await open.ClickAsync();
        await Assertions.Expect(Circle).ToBeVisibleAsync();
    }

    /// <summary>Types a line with the keyboard and waits until it is answered.</summary>
    public async Task TypeAsync(string line, string answer)
    {
        await Assertions.Expect(Box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(line);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Messages.Last).ToContainTextAsync(new Regex(answer));
    }

    /// <summary>Moves with Tab, or backwards with Shift and Tab, until the focus is on a control of this name; a keyboard reaches nothing else.</summary>
    public async Task TabToAsync(string name, bool backwards = false)
    {
        for (var press = 0; press < 80; press++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            var focused = await page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()");
            if (Regex.IsMatch(focused, name))
                return;
        }

        Assert.Fail($"Tab never reached {name}.");
    }

    /// <summary>Back to the message box, from anywhere in the messages above it.</summary>
    public async Task ReturnToBoxAsync()
    {
        for (var press = 0; press < 80 && !await Box.EvaluateAsync<bool>("box => box === document.activeElement"); press++)
            await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Checks what is shown now.</summary>
    public Task CheckAccessibilityAsync() => CheckAccessibilityAsync(page);

    /// <summary>Checks what a page and its frames show now with every rule of axe up to WCAG 2.2 AA, and its best practices.</summary>
    public static async Task CheckAccessibilityAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            },
        });

        Assert.Empty(found.Violations.Select(fault => $"{fault.Id}: {fault.Help} at {string.Join(", ", fault.Nodes.Select(node => node.Html))}"));
    }

    /// <summary>Nothing may hang over the side of the screen.</summary>
    public async Task CheckWidthAsync() =>
        Assert.Equal(page.ViewportSize!.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

    /// <summary>The browser notes every answer of 400 and above in its console; a test that provokes one says so.</summary>
    public void ForgetRefusals() => faults.RemoveAll(fault => fault.StartsWith("Failed to load resource", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(faults);
    }
}
