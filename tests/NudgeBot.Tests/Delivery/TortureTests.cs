using System.Diagnostics;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Delivery;

/// <summary>The short form of <c>torture</c>: the real program, broken at random moments while commands come in and nudges fall due.</summary>
[Trait("Category", "Torture")]
public sealed class TortureTests
{
    [Fact]
    public Task Twenty_kills_on_a_file_lose_nothing_and_repeat_nothing() => SurviveAsync("--kills", "20", "--seed", "7", "--faults");

    [Fact]
    public Task Replicas_on_PostgreSQL_survive_a_kill_a_suspension_and_the_end_of_the_server()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        return SurviveAsync("--kills", "5", "--seed", "8", "--replicas", "2", "--postgres", "--pauses", "1", "--restarts", "1", "--cuts", "1");
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
