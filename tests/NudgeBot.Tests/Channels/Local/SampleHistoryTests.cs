using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Local;

public sealed class SampleHistoryTests
{
    [Fact]
    public async Task Sample_data_lays_ten_years_once()
    {
        await using var bot = new TestBot();

        var first = await bot.Http.PostAsJsonAsync("/local/sample", new { });
        var second = await bot.Http.PostAsJsonAsync("/local/sample", new { });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        var people = (await bot.Http.GetFromJsonAsync<JsonElement>("/local/members/ana/circle")).GetProperty("people").EnumerateArray().ToList();
        var earliest = people.SelectMany(person => person.GetProperty("marks").EnumerateArray()).Min(mark => mark.GetProperty("on").GetString());
        Assert.StartsWith("2016-11-2", earliest, StringComparison.Ordinal);
        Assert.Contains(people, person => person.GetProperty("name").GetString() == "Priya Raman" && person.GetProperty("ring").GetString() == "inner");
    }

    [Fact]
    public async Task Sample_data_joins_what_was_recorded_before()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");

        await bot.Http.PostAsJsonAsync("/local/sample", new { });

        var people = (await bot.Http.GetFromJsonAsync<JsonElement>("/local/members/ana/circle")).GetProperty("people").EnumerateArray();
        Assert.Single(people, person => person.GetProperty("name").GetString() == "Bob Tanaka");
    }
}
