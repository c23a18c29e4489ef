using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Home;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Tests.Circle;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Home;

public sealed class HomePageTests
{
    [Fact]
    public async Task Somebody_new_is_greeted_and_not_taken_in_by_looking()
    {
        await using var bot = new TestBot();

        var home = await ComposeAsync(bot, "ana");

        Assert.StartsWith("Nice to meet you", Words(home), StringComparison.Ordinal);
        Assert.Equal(["Choose somebody", "Log a help", "Yes, nudge me"], home.Buttons.Select(button => button.Label));
        Assert.Equal(0, await bot.AsAsync("ana", db => db.Set<Member>().CountAsync()));
    }

    [Fact]
    public async Task The_home_shows_the_circle_what_comes_next_what_was_recorded_and_the_asks()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "choose @chen inner every 2 weeks because she tells me the truth");
        await bot.SayAsync("ana", "choose @bob every 6 weeks");
        await bot.SayAsync("ana", "helped @bob with the board deck yesterday");
        await bot.SayAsync("ana", "ask who knows a good tax adviser?");

        var words = Words(await ComposeAsync(bot, "ana"));

        Assert.Contains("Inner\nChen Wei: fresh, no contact recorded yet, chosen today; next meant on Mon 7 Dec 2026\nClose\nBob Tanaka: fresh, last in touch yesterday; next meant on Sun 3 Jan 2027", words, StringComparison.Ordinal);
        Assert.Contains("The next nudge would come on Tue 24 Nov 2026 at 09:30 (Europe/Madrid). As things stand there is nobody to suggest.", words, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka: You helped: the board deck (Sun 22 Nov 2026)", words, StringComparison.Ordinal);
        Assert.Contains("You: who knows a good tax adviser?", words, StringComparison.Ordinal);
        Assert.DoesNotContain("tells me the truth", Words(await ComposeAsync(bot, "bob")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_button_of_the_home_does_something()
    {
        await using var bot = new TestBot();
        await bot.LaySampleAsync();
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "ask who knows a good tax adviser?");

        Assert.Contains("As things stand it will be about", Words(await ComposeAsync(bot, "ana")), StringComparison.Ordinal);
        foreach (var button in (await ComposeAsync(bot, "ana")).Buttons.ToList())
            Assert.NotEmpty((await bot.ForgeAsync("ana", button.ActionId, button.Value)).Messages);

        Assert.Empty((await bot.ForgeAsync("ana", "home", "forget me")).Messages);
    }

    [Fact]
    public async Task A_snoozed_associate_says_until_when()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose @bob every 6 weeks");
        await bot.SayAsync("ana", "snooze @bob 2 weeks");

        Assert.Contains("chosen today. Snoozed until", Words(await ComposeAsync(bot, "ana")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_speaks_the_members_language()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose @bob every 6 weeks");
        await bot.WorkAsync("ana", async services => (await services.GetRequiredService<BotDb>().Set<Member>().SingleAsync()).Language = "de");

        Assert.StartsWith("Dein Kreis", Words(await ComposeAsync(bot, "ana")), StringComparison.Ordinal);
    }

    private static Task<Card> ComposeAsync(TestBot bot, string member) => bot.Services.GetRequiredService<UnitOfWork>().ReadAsync(
        "local", member, services => services.GetRequiredService<HomePage>().ComposeAsync(CancellationToken.None));

    private static string Words(Card card) => string.Join('\n', card.Elements.SelectMany(element => element switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Quiet quiet => [quiet.Text],
        Facts facts => facts.Items.Select(fact => $"{fact.Label}: {fact.Text}"),
        _ => Array.Empty<string>(),
    }));
}
