using System.Net.Http.Json;
using System.Text.Json;
using NudgeBot.Tests.Circle;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.People;

public sealed class SuggestionsTests
{
    [Theory]
    // Own persons first, then colleagues; never oneself.
    [InlineData("bo", "\"Bo Li\" <@bob>")]
    // Any word of the name, whatever its case and accents.
    [InlineData("TANÁ", "<@bob>")]
    [InlineData("li", "\"Bo Li\"")]
    [InlineData("bo l", "\"Bo Li\"")]
    [InlineData("ana", "")]
    [InlineData("ob", "")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    public async Task Those_are_suggested_of_whose_names_a_word_begins_so(string text, string expected)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped \"Bo Li\" with the visa");

        Assert.Equal(expected, string.Join(' ', (await FindAsync(bot, "ana", text)).Select(person => person.Value)));
    }

    [Fact]
    public async Task A_colleague_who_is_known_stands_there_once_and_namesakes_can_be_told_apart()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped @bob with the deck");
        await bot.SendAsync("ana", await bot.OneAsync("ana", "choose"), new { name = "Bob Tanaka", email = "bob@elsewhere.example" });

        var own = await FindAsync(bot, "ana", "bob");
        var others = await FindAsync(bot, "dora", "bob");

        Assert.Equal(["\"Bob Tanaka\": Bob Tanaka (bob@elsewhere.example)", "<@bob>: Bob Tanaka (bob@example.com)"], own.Select(person => $"{person.Value}: {person.Label}").Order(StringComparer.Ordinal));
        Assert.Equal([("<@bob>", "Bob Tanaka")], others);
    }

    [Fact]
    public async Task There_are_never_more_than_twenty()
    {
        await using var bot = new TestBot();
        foreach (var letter in "abcdefghijklmnopqrstuvwxy")
            await bot.SayAsync("ana", $"met \"Zed {letter}{letter}{letter}\"");

        Assert.Equal(20, (await FindAsync(bot, "ana", "zed")).Count);
        Assert.Equal(20, (await FindAsync(bot, "ana", "")).Count);
    }

    private static async Task<IReadOnlyList<(string Value, string Label)>> FindAsync(TestBot bot, string member, string text)
    {
        var answer = await bot.Http.GetFromJsonAsync<JsonElement>($"/local/members/{member}/persons?text={Uri.EscapeDataString(text)}");
        return [.. answer.GetProperty("persons").EnumerateArray().Select(person => (person.GetProperty("value").GetString()!, person.GetProperty("label").GetString()!))];
    }
}
