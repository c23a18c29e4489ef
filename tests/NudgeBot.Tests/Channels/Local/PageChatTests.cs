using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>The chat of the page in a real browser against the real program.</summary>
[Collection(PageTests.Name)]
[Trait("Category", "Browser")]
public sealed class PageChatTests(PageBrowser browser)
{
    [Fact]
    public async Task A_help_is_recorded_and_taken_back_with_the_keyboard_alone()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ana Lopez" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.TypeAsync("helped @bob with the board deck yesterday", "You helped Bob Tanaka: the board deck");
        await visit.TabToAsync("Undo", backwards: true);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Messages.Last).ToContainTextAsync("Taken back");
        await Assertions.Expect(visit.Messages.Last).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Commands_and_names_are_completed_while_typing()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");

        await visit.Page.Keyboard.TypeAsync("hel");
        await Assertions.Expect(visit.Suggestions).ToHaveCountAsync(2);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.TypeAsync("do");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(visit.Box).ToHaveValueAsync("helped @dora ");
        await Assertions.Expect(visit.Suggestions).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_person_is_picked_in_a_form_with_the_keyboard_and_any_other_name_stands()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");
        var person = visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox, new() { Name = "Name", Exact = true });

        await visit.Page.Keyboard.TypeAsync("choose");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("tana");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option)).ToHaveTextAsync(["Bob Tanaka"]);
        await visit.CheckAccessibilityAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person).ToHaveValueAsync("Bob Tanaka");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Messages.Last).ToContainTextAsync("Bob Tanaka has a close seat");
        await Assertions.Expect(visit.Box).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("choose");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("Priya Nair");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Messages.Last).ToContainTextAsync("Priya Nair has a close seat");
    }

    [Fact]
    public async Task What_people_type_is_shown_as_text()
    {
        const string Sneaky = "<img src=x onerror=\"document.title='caught'\"><b>board deck</b>";
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");

        await visit.TypeAsync($"helped @bob with {Sneaky}", "You helped Bob Tanaka");

        await Assertions.Expect(visit.Messages.Last).ToContainTextAsync(Sneaky);
        await Assertions.Expect(visit.Page.Locator("#messages b, #messages .card img")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page).ToHaveTitleAsync("NudgeBot · Ana Lopez");
    }

    [Fact]
    public async Task Answers_in_a_channel_are_marked_as_visible_to_one_alone()
    {
        await using var bot = new TestBot(served: true);
        await using var ana = await browser.VisitAsync(bot, "ana");
        await using var bob = await browser.VisitAsync(bot, "bob");
        await bob.GoAsync("general");

        await ana.GoAsync("general");
        await ana.TypeAsync("help", "helped");

        await Assertions.Expect(ana.Messages.Last).ToContainTextAsync("Only visible to you");
        await Assertions.Expect(bob.Messages).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_happens_elsewhere_arrives_by_itself()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");

        await bot.SayAsync("ana", "helped @bob with the board deck");

        await Assertions.Expect(visit.Messages.Filter(new() { HasText = "You helped Bob Tanaka" })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("#live")).ToContainTextAsync("You helped Bob Tanaka");
    }

    [Fact]
    public async Task The_person_and_the_appearance_are_remembered()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Emil Hansen" }).ClickAsync();
        await visit.Page.GetByLabel("Appearance").SelectOptionAsync("dark");

        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Page).ToHaveTitleAsync("NudgeBot · Emil Hansen");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task The_page_speaks_the_language_that_the_member_chooses()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");
        await visit.TypeAsync("settings", "Your settings");

        await visit.Page.GetByRole(AriaRole.Dialog).GetByLabel("Language").SelectOptionAsync("de");
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Dein Kreis" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
    }

    [Fact]
    public async Task A_form_with_a_fault_stays_open_with_what_was_typed()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");
        await visit.TypeAsync("settings", "Your settings");
        var form = visit.Page.GetByRole(AriaRole.Dialog);

        await form.GetByLabel("Time zone").FillAsync("Atlantis");
        await visit.TabToAsync("^Save$");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(form.GetByLabel("Time zone")).ToHaveAccessibleDescriptionAsync(new Regex("Atlantis"));
        await Assertions.Expect(form.GetByLabel("Time zone")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(form.GetByLabel("Time zone")).ToBeFocusedAsync();
        await Assertions.Expect(form.GetByLabel("Time zone")).ToHaveValueAsync("Atlantis");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(form).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_line_that_is_refused_comes_back_with_the_reason()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");
        await visit.Page.RouteAsync("**/local/members/ana/messages", route => route.Request.Method == "POST"
            ? route.FulfillAsync(new() { Status = 400, ContentType = "application/problem+json", Body = """{"title":"No","detail":"A line may have at most 20000 characters."}""" })
            : route.ContinueAsync());

        await visit.Page.Keyboard.TypeAsync("helped @bob with everything");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "at most 20000" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Box).ToHaveValueAsync("helped @bob with everything");
        visit.ForgetRefusals();
    }
}
