using NudgeBot.Tests.Circle;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Commands;

public sealed class HelpCommandTests
{
    [Fact]
    public async Task Help_turns_pages_until_every_command_was_shown()
    {
        await using var bot = new TestBot();
        var page = await bot.OneAsync("ana", "help");
        var all = page.Text.Split('\n').Skip(1).Select(line => line.Split(": ", 2)[1]).ToList();

        List<string> shown = [.. Summaries(page)];
        while (page.Buttons.Any(button => button.Label == "More commands"))
        {
            page = await bot.TapAsync("ana", page, "More commands");
            Assert.InRange(Summaries(page).Count, 1, 10);
            shown.AddRange(Summaries(page));
        }

        Assert.Equal(all, shown);
        Assert.Equal(["Back"], page.Buttons.Select(button => button.Label));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("x")]
    [InlineData(null)]
    public async Task A_page_that_was_guessed_does_no_harm(string? page)
    {
        await using var bot = new TestBot();

        Assert.NotEmpty((await bot.ForgeAsync("ana", "help.page", page)).Messages);
    }

    private static IReadOnlyList<string> Summaries(TestMessage page) =>
    [
        .. page.Json.GetProperty("card").GetProperty("elements").EnumerateArray().Where(element => element.GetProperty("type").GetString() == "facts")
            .SelectMany(facts => facts.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("text").GetString()!),
    ];
}
