using System.Net;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Hosting;

/// <summary>What operators see: probes, measurements and the description of the API.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task A_server_is_ready_once_its_database_and_its_worker_are()
    {
        await using var bot = new TestBot();

        var alive = await bot.Http.GetAsync("/healthz/live");
        var before = await bot.Http.GetAsync("/healthz/ready");
        await bot.RunDueAsync();
        var after = await bot.Http.GetAsync("/healthz/ready");
        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        var stuck = await bot.Http.GetAsync("/healthz/ready");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable],
            [alive.StatusCode, before.StatusCode, after.StatusCode, stuck.StatusCode]);
    }

    [Fact]
    public async Task The_measurements_count_kinds_of_things_and_name_nobody()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        await bot.SayAsync("ana", "gibberish");

        var metrics = await bot.Http.GetStringAsync("/metrics");

        Assert.Matches(@"nudgebot_commands\w*\{[^}]*command=""helped""[^}]*\} 1", metrics);
        Assert.Matches(@"nudgebot_commands\w*\{[^}]*command=""unknown""[^}]*\} 1", metrics);
        Assert.Contains("nudgebot_schedules_overdue", metrics, StringComparison.Ordinal);
        Assert.Contains("nudgebot_deliveries_waiting", metrics, StringComparison.Ordinal);
        Assert.Contains("nudgebot_worker_pass_duration_seconds", metrics, StringComparison.Ordinal);
        foreach (var secret in new[] { "ana", "bob", "board", "gibberish" })
            Assert.DoesNotContain($"\"{secret}", metrics, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_address_of_the_local_API_is_described_with_its_answers_and_problems()
    {
        await using var bot = new TestBot();

        var document = JsonDocument.Parse(await bot.Http.GetStringAsync("/openapi/v1.json")).RootElement;

        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();
        Assert.Contains(operations, operation => operation.Name == "post /local/members/{id}/messages");
        Assert.Empty(operations.Where(operation => !operation.Value.TryGetProperty("summary", out _)).Select(operation => operation.Name));
        Assert.Empty(operations.Where(operation => !operation.Value.GetProperty("responses").TryGetProperty("200", out _)).Select(operation => operation.Name));
        Assert.Empty(operations.Where(operation => !operation.Value.GetProperty("responses").TryGetProperty("400", out _)).Select(operation => operation.Name));
    }
}
