using System.Net;
using Microsoft.Playwright;
using NudgeBot.Tests.Channels.Local;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams.Tab;

/// <summary>The tab in a real browser, framed as Teams does, in Teams' themes, down to the width of a phone.</summary>
[Collection(PageTests.Name)]
[Trait("Category", "Browser")]
public sealed class TabPageTests(PageBrowser browser, TabPageTests.Circle circle) : IClassFixture<TabPageTests.Circle>
{
    [Theory]
    [InlineData("default", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("contrast", 1280)]
    [InlineData("default", 360)]
    [InlineData("dark", 360)]
    [InlineData("contrast", 360)]
    public async Task The_tab_shows_the_circle_and_what_comes_next_in_every_theme_and_is_accessible(string theme, int width)
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Ana, theme, width: width);

        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "Your circle" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "What comes next" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Img)).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("Bob Tanaka.*2017"));
        await visit.PhotographAsync($"tab-{theme}-{width}");
        await PageVisit.CheckAccessibilityAsync(visit.Page);
        Assert.Equal(width, await visit.Frame.Locator("html").EvaluateAsync<int>("page => page.scrollWidth"));
    }

    [Fact]
    public async Task It_follows_Teams_from_one_theme_to_another()
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Ana);
        await Assertions.Expect(visit.Frame.Locator("html")).ToHaveAttributeAsync("data-theme", "default");

        await visit.ChangeThemeAsync("contrast");

        await Assertions.Expect(visit.Frame.Locator("body")).ToHaveCSSAsync("color", "rgb(255, 255, 255)");
    }

    [Fact]
    public async Task It_speaks_the_members_language_and_not_only_that_of_the_client()
    {
        await using var running = await WithCircleAsync(FakeTeams.Chen);
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Chen, locale: "en-us");

        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Link, new() { Name = "An NudgeBot schreiben" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Frame.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "Dein Kreis" })).ToBeVisibleAsync();
        await visit.PhotographAsync("tab-german");
    }

    [Fact]
    public async Task Everything_is_reached_by_keyboard()
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Ana, width: 360);
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        var pan = visit.Frame.GetByRole(AriaRole.Region, new() { Name = "Your circle over the years, as a picture" });

        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Link, new() { Name = "Write to NudgeBot" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(pan).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Frame.GetByText("helped Bob Tanaka").Or(visit.Frame.Locator(".words p").First)).ToBeVisibleAsync();
        Assert.True(await pan.EvaluateAsync<int>("pan => pan.scrollLeft") > 0);
        Assert.Contains($"users=28:{FakeTeams.AppId}", (await visit.AskedAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_NudgeBot_does_not_know_it_tells_so_in_the_clients_language_and_how_to_begin()
    {
        await using var visit = await TabVisit.OpenAsync(browser, circle.Running, FakeTeams.Bob, locale: "de-de", width: 360);

        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Status)).ToContainTextAsync("NudgeBot kennt dich noch nicht");
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Link, new() { Name = "An NudgeBot schreiben" })).ToBeVisibleAsync();
        await PageVisit.CheckAccessibilityAsync(visit.Page);
        await visit.PhotographAsync("tab-stranger");
    }

    [Fact]
    public async Task Outside_Teams_it_says_that_it_belongs_there()
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAloneAsync(browser, running);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("belongs in Microsoft Teams");
        await PageVisit.CheckAccessibilityAsync(visit.Page);
        await visit.PhotographAsync("tab-outside");
    }

    [Fact]
    public async Task Where_Teams_gives_no_token_it_says_why_and_what_to_do()
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAsync(browser, running, null);

        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Status)).ToContainTextAsync("resourceRequiresConsent");
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        await PageVisit.CheckAccessibilityAsync(visit.Page);
        await visit.PhotographAsync("tab-no-token");
    }

    [Fact]
    public async Task A_sign_in_that_is_refused_can_be_tried_again()
    {
        await using var running = await WithCircleAsync(FakeTeams.Ana);
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Ana);
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "Your circle" })).ToBeVisibleAsync();
        running.Bot.Clock.Advance(TimeSpan.FromHours(2));
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Status)).ToContainTextAsync("does not accept this sign-in");
        visit.ForgetRefusals();

        await visit.SignInAsync(running.Teams.TabToken(FakeTeams.Ana));
        await visit.Frame.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "Your circle" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task While_NudgeBot_cannot_be_reached_it_says_so_and_comes_back_by_itself()
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Ana);
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "Your circle" })).ToBeVisibleAsync();
        await visit.Page.RouteAsync("**/teams/tab/home", route => route.AbortAsync());
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Status)).ToContainTextAsync("cannot be reached");
        visit.ForgetRefusals();

        await visit.Page.UnrouteAsync("**/teams/tab/home");
        await visit.Frame.Locator("html").EvaluateAsync("() => window.dispatchEvent(new Event('online'))");

        await Assertions.Expect(visit.Frame.GetByRole(AriaRole.Heading, new() { Name = "Your circle" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("https://teams.microsoft.com/v2/", true)]
    [InlineData("https://teams.cloud.microsoft/", true)]
    [InlineData("https://evil.example/", false)]
    [InlineData("https://teams.microsoft.com.evil.example/", false)]
    public async Task Only_Teams_may_frame_it(string host, bool may)
    {
        var running = circle.Running;
        await using var visit = await TabVisit.OpenAsync(browser, running, FakeTeams.Ana, host: host);

        Assert.Equal(may, await visit.IsFramedAsync());
        visit.ForgetFraming();
    }

    [Fact]
    public async Task The_page_runs_nothing_of_anybody_else_and_its_data_is_kept_nowhere()
    {
        var running = circle.Running;

        using var page = await running.Bot.Http.GetAsync("/teams/tab");
        using var script = await running.Bot.Http.GetAsync("/teams/tab/main.js");
        using var elsewhere = await running.Bot.Http.GetAsync("/teams/tab/..%2f..%2f..%2fappsettings.json");

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("X-Frame-Options"));
        Assert.Equal(("text/html", "text/javascript"), (page.Content.Headers.ContentType!.MediaType, script.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task In_the_governments_cloud_only_its_Teams_may_frame_it()
    {
        await using var running = await StartAsync(new() { ["Teams:Cloud"] = "UsGov" });

        using var page = await running.Bot.Http.GetAsync("/teams/tab");

        Assert.EndsWith("frame-ancestors https://teams.microsoft.us https://*.teams.microsoft.us", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Teams_there_is_no_tab()
    {
        await using var bot = new Support.TestBot();

        using var page = await bot.Http.GetAsync("/teams/tab");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static Task<TeamsBot> StartAsync(Dictionary<string, string>? settings = null) =>
        TeamsBot.StartAsync(new Dictionary<string, string> { ["Teams:PublicUrl"] = FakeTeams.PublicUrl }.Concat(settings ?? []).ToDictionary());

    /// <summary>Somebody with a circle, and years behind it.</summary>
    private static async Task<TeamsBot> WithCircleAsync(TeamsPersona who)
    {
        var running = await StartAsync();
        await running.SayAsync(who, "help");
        foreach (var line in new[]
        {
            "choose @Bob Tanaka inner every 6 weeks because we think alike", "choose \"Priya Nair\" monthly because she asks the best questions",
            "choose \"Marta Oliveira\" quarterly because she opened the first door", "choose \"Jonas Lindqvist\" inner monthly because he is honest",
            "helped @Bob Tanaka with the lunar deck on 2017-03-14", "thanks @Bob Tanaka for the intro to Priya on 2018-06-02", "met @Bob Tanaka about the move on 2023-05-11",
            "met @Bob Tanaka on 2026-11-02", "helped \"Priya Nair\" with her visa on 2019-09-20", "met \"Priya Nair\" on 2021-01-12", "thanks \"Priya Nair\" for a review on 2026-08-30",
            "thanks \"Marta Oliveira\" for the first job on 2014-02-03", "met \"Marta Oliveira\" on 2015-07-19", "helped \"Jonas Lindqvist\" with the talk on 2025-10-10",
            "ask somebody who knows grant writing", "nudges on",
        })
            await running.SayAsync(who, line);
        return running;
    }

    /// <summary>Ana's circle, for the tests that only look at it.</summary>
    public sealed class Circle : IAsyncLifetime
    {
        internal TeamsBot Running { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Running = await WithCircleAsync(FakeTeams.Ana);

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
