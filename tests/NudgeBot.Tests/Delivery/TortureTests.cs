using System.Diagnostics;
using System.Text.Json;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Delivery;

/// <summary>The short form of <c>torture</c>: the real program, broken at random moments (20 of them kills) while commands come in and nudges fall due.</summary>
[Trait("Category", "Torture")]
public sealed class TortureTests
{
    /// <summary>Half of the people are in Teams where a program can be told whom to trust by <c>SSL_CERT_FILE</c>.</summary>
    private static readonly string[] Both = OperatingSystem.IsLinux() ? ["--teams"] : [];

    [Fact]
    public Task Kills_on_a_file_lose_nothing_and_repeat_nothing() => SurviveAsync(["--kills", "10", "--wait", "1500", "--seed", "7", "--faults", .. Both]);

    [Fact]
    public Task Three_replicas_on_PostgreSQL_survive_kills_a_suspension_and_the_end_of_the_server()
    {
        Assert.SkipWhen(TestPostgres.Missing is not null, TestPostgres.Missing ?? "");
        return SurviveAsync(
            ["--kills", "10", "--wait", "1500", "--seed", "8", "--faults", "--replicas", "3", "--postgres", "--pauses", "1", "--restarts", "1", "--cuts", "1", .. Both]);
    }

    private static async Task SurviveAsync(IReadOnlyList<string> words)
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
