using Microsoft.Playwright;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>The two minutes that the README promises, lived on the page with the keyboard alone.</summary>
[Collection(PageTests.Name)]
[Trait("Category", "Browser")]
public sealed class PageTourTests(PageBrowser browser)
{
    [Fact]
    public async Task The_tour_of_the_readme_is_lived_with_the_keyboard_alone()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot);
        var keyboard = visit.Page.Keyboard;

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ana Lopez" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await visit.TypeAsync("helped bob with the board deck yesterday", "You helped Bob Tanaka: the board deck");
        await visit.TypeAsync("thanks dora for the intro to Priya", "Dora Novak helped you");
        await visit.TabToAsync("Share in a channel", backwards: true);
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Messages.Last).ToContainTextAsync("The next digest in #general shows it");
        await visit.ReturnToBoxAsync();
        await visit.TypeAsync("choose bob every 6 weeks because we think alike", "Bob Tanaka");
        await Assertions.Expect(visit.Circle.GetByRole(AriaRole.Button, new() { Name = "Bob Tanaka" })).ToBeVisibleAsync();

        await bot.RunDueAsync();
        await visit.TabToAsync("Yes, nudge me", backwards: true);
        await keyboard.PressAsync("Enter");
        await visit.TabToAsync(@"^\+6 weeks$", backwards: true);
        await keyboard.PressAsync("Enter");
        await visit.TabToAsync(@"^I reached out.*Bob");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Circle.GetByText("fresh")).ToBeVisibleAsync();

        await visit.TabToAsync("^general", backwards: true);
        await keyboard.PressAsync("Enter");
        await visit.TypeAsync("digest here weekly friday 15:00", "every Friday at 15:00");
        await visit.TabToAsync(@"^\+1 week$", backwards: true);
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Messages.Filter(new() { HasNotText = "Only visible to you" })).ToContainTextAsync("the intro to Priya");
    }
}
