using System.Diagnostics;
using System.Net.Sockets;

namespace NudgeBot.Tests.Support;

/// <summary>The built program as a process of its own, as a person starts it.</summary>
internal static class TestProgram
{
    /// <summary>Runs a command to its end.</summary>
    public static Task<Outcome> RunAsync(TestFolder folder, params string[] words) => RunAsync(folder, new Dictionary<string, string>(), words);

    /// <summary>Runs a command to its end with settings in the environment.</summary>
    public static async Task<Outcome> RunAsync(TestFolder folder, IReadOnlyDictionary<string, string> environment, params string[] words)
    {
        using var process = Start(folder, environment, words);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the server on a free port and waits until it says where it is.</summary>
    public static async Task<Server> ServeAsync(TestFolder folder, IReadOnlyDictionary<string, string> environment)
    {
        var process = Start(folder, environment, []);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("http://", StringComparison.Ordinal) && line.StartsWith("NudgeBot", StringComparison.Ordinal))
                return new(process, line, new Uri(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.')));
        }

        throw new InvalidOperationException($"The server did not start: {await process.StandardError.ReadToEndAsync()}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(TestFolder folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    internal sealed record Outcome(int Code, string Output, string Errors);

    internal sealed class Server(Process process, string welcome, Uri address) : IDisposable
    {
        public string Welcome => welcome;

        public Uri Address => address;

        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
