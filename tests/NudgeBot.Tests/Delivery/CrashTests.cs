using System.Net.Http.Json;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Delivery;

public sealed class CrashTests
{
    [Fact]
    public async Task A_program_that_was_killed_goes_on_at_once_when_started_again_and_lost_nothing()
    {
        using var folder = new TestFolder();
        var settings = new Dictionary<string, string> { ["Urls"] = $"http://127.0.0.1:{TestProgram.FreePort()}", ["ASPNETCORE_URLS"] = "" };
        using (var killed = await TestProgram.ServeAsync(folder, settings))
        {
            await SayAsync(killed, "helped bob with the board deck");
            // The worker takes the workspace within its first second; moving the clock makes sure of it.
            await AdvanceAsync(killed);
        }

        using var again = await TestProgram.ServeAsync(folder, settings);
        var moved = await AdvanceAsync(again);
        var history = await SayAsync(again, "history bob");

        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync());
        Assert.Contains("the board deck", history, StringComparison.Ordinal);
    }

    private static async Task<string> SayAsync(TestProgram.Server server, string text)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var response = await http.PostAsJsonAsync("/local/members/ana/messages", new { text });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        // On a busy machine the answer takes longer than two seconds and follows.
        while (answer.GetProperty("messages").GetArrayLength() == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            answer = await http.GetFromJsonAsync<JsonElement>("/local/members/ana/messages");
        }

        return answer.GetProperty("messages").EnumerateArray().Last().GetProperty("text").GetString()!;
    }

    private static async Task<HttpResponseMessage> AdvanceAsync(TestProgram.Server server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        return await http.PostAsJsonAsync("/local/clock", new { advance = "P1D" });
    }
}
