using Microsoft.Playwright;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>Every state of the page passes axe without a violation: light and dark, on a desk, on a tablet and on a phone.</summary>
[Collection(PageTests.Name)]
[Trait("Category", "Browser")]
public sealed class PageAccessibilityTests(PageBrowser browser)
{
    /// <summary>Widths in CSS pixels on either side of where the layout changes, down to a small phone.</summary>
    public static TheoryData<int, ColorScheme> Screens { get; } = new()
    {
        { 1440, ColorScheme.Light },
        { 1440, ColorScheme.Dark },
        { 900, ColorScheme.Light },
        { 360, ColorScheme.Light },
        { 360, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_beginning_is_accessible(int width, ColorScheme scheme)
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, null, width, scheme);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ana Lopez" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Who helped whom lately?")).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await visit.Page.Keyboard.TypeAsync("n");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.CheckAccessibilityAsync();
        await visit.CheckWidthAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_conversation_is_accessible(int width, ColorScheme scheme)
    {
        await using var bot = new TestBot(served: true);
        await bot.SayAsync("ana", "helped @bob with the board deck yesterday");
        await bot.SayAsync("ana", "hlped dora");
        await bot.SayAsync("ana", "help", "general");
        await using var visit = await browser.VisitAsync(bot, "ana", width, scheme);

        await visit.CheckAccessibilityAsync();
        await visit.CheckWidthAsync();
        await visit.TypeAsync("settings", "Your settings");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.GoAsync("general");
        await Assertions.Expect(visit.Messages.Last).ToContainTextAsync("Only visible to you");
        await visit.CheckAccessibilityAsync();
        await visit.CheckWidthAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_nudge_and_what_its_buttons_open_are_accessible(int width, ColorScheme scheme)
    {
        await using var bot = new TestBot(served: true);
        await bot.LaySampleAsync();
        await bot.SayAsync("ana", "nudges on");
        await bot.AdvanceAsync("P1W");
        await using var visit = await browser.VisitAsync(bot, "ana", width, scheme);

        await visit.TabToAsync("^More", backwards: true);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await visit.CheckAccessibilityAsync();
        await visit.CheckWidthAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.TabToAsync("^I helped", backwards: true);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_circle_over_the_years_is_accessible_drawn_and_as_a_table(int width, ColorScheme scheme)
    {
        await using var bot = new TestBot(served: true);
        await bot.LaySampleAsync();
        await using var visit = await browser.VisitAsync(bot, "ana", width, scheme);
        await visit.ShowCircleAsync();

        await visit.Circle.GetByLabel("Show the shelf").CheckAsync();
        await visit.Circle.GetByRole(AriaRole.Button, new() { Name = "Bob Tanaka" }).ClickAsync();
        await Assertions.Expect(visit.Circle.GetByText("we think alike")).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await visit.CheckWidthAsync();
        await visit.Circle.GetByLabel("Show as table").CheckAsync();
        await Assertions.Expect(visit.Circle.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        await visit.CheckWidthAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_side_of_a_phone_opens_closes_and_is_accessible(ColorScheme scheme)
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana", 360, scheme);

        await visit.TabToAsync("Open menu", backwards: true);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Close menu" })).ToBeFocusedAsync();
        await visit.CheckAccessibilityAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open menu" })).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Close menu" })).ToBeHiddenAsync();
    }
}
