using System.Diagnostics;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Delivery;

/// <summary>The short form of <c>torture</c>: the real program, killed at random moments while commands come in and nudges fall due.</summary>
[Trait("Category", "Torture")]
public sealed class TortureTests
{
    [Fact]
    public Task Twenty_kills_on_a_file_lose_nothing_and_repeat_nothing() => SurviveAsync("--kills", "20", "--seed", "7", "--faults");

    [Fact]
    public Task Ten_kills_of_two_replicas_on_PostgreSQL_lose_nothing_and_repeat_nothing()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        return SurviveAsync("--kills", "10", "--seed", "8", "--replicas", "2", "--postgres", TestPostgres.Instance.Create());
    }

    private static async Task SurviveAsync(params string[] words)
    {
        var program = typeof(TortureTests).Assembly.Location.Replace("NudgeBot.Tests", "NudgeBot.Benchmarks", StringComparison.Ordinal);
        Assert.SkipUnless(File.Exists(program), $"{program} is not there: build the whole solution.");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "torture", .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
        Assert.True(JsonDocument.Parse(await output).RootElement.GetProperty("commands").GetInt32() > 20, await output);
    }
}
