using Microsoft.Playwright;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

/// <summary>The circle over the years, as the page draws it and as it says it in words.</summary>
[Collection(PageTests.Name)]
[Trait("Category", "Browser")]
public sealed class PageCircleTests(PageBrowser browser)
{
    [Fact]
    public async Task Sample_history_is_one_press_away_while_nothing_is_recorded()
    {
        await using var bot = new TestBot(served: true);
        await using var visit = await browser.VisitAsync(bot, "ana");
        var sample = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start with sample data" });

        await sample.First.ClickAsync();

        await Assertions.Expect(visit.Circle.GetByRole(AriaRole.Button, new() { Name = "Bob Tanaka" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Circle.Locator("svg.strip")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(sample).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_mark_of_the_drawing_stands_in_the_table()
    {
        await using var bot = new TestBot(served: true);
        await bot.SayAsync("ana", "helped @bob with the board deck on 12 May 2019");
        await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 3 March 2021");
        await bot.SayAsync("ana", "met @bob about hiring yesterday");
        await bot.SayAsync("ana", "choose @bob because we think alike");
        await using var visit = await browser.VisitAsync(bot, "ana");
        await Assertions.Expect(visit.Circle.Locator(".strip .mark")).ToHaveCountAsync(3);

        await visit.Circle.GetByLabel("Show as table").CheckAsync();

        await Assertions.Expect(visit.Circle.GetByRole(AriaRole.Table, new() { Name = "Bob Tanaka · Close · fresh" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Circle.Locator("tbody tr")).ToContainTextAsync(
            ["22 Nov 2026In touchhiring", "3 Mar 2021Helped youthe intro to Priya", "12 May 2019You helpedthe board deck"]);
    }

    [Fact]
    public async Task Long_silence_is_drawn_and_told()
    {
        await using var bot = new TestBot(served: true);
        await bot.SayAsync("ana", "helped @bob with the board deck on 12 May 2016");
        await bot.SayAsync("ana", "choose @bob because we think alike");

        await using var visit = await browser.VisitAsync(bot, "ana");

        await Assertions.Expect(visit.Circle.Locator(".strip .silence")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Circle.GetByText("10 years")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Circle.GetByText("dormant")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_name_opens_the_reason_and_asks_for_the_story()
    {
        await using var bot = new TestBot(served: true);
        await bot.LaySampleAsync();
        await using var visit = await browser.VisitAsync(bot, "ana");
        await visit.TabToAsync("^Priya Raman$");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Circle.GetByText("she hired me into my first real job")).ToBeVisibleAsync();

        await visit.TabToAsync("^Story");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Messages.Filter(new() { HasText = "You have known Priya Raman since" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Box).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_chat_shows_the_years_as_a_picture_whose_words_say_it_all()
    {
        await using var bot = new TestBot(served: true);
        await bot.SayAsync("ana", "choose @bob because we think alike");
        await bot.SayAsync("ana", "thanks @bob for the intro to Priya on 3 March 2021");
        await bot.SayAsync("ana", "circle");
        await using var visit = await browser.VisitAsync(bot, "ana");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Over the years" }).Last.ClickAsync();

        var picture = visit.Page.GetByRole(AriaRole.Img, new() { Name = "Bob Tanaka: helped you 2021" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth === 1440 && image.clientWidth <= image.parentElement.clientWidth)"));
    }
}
