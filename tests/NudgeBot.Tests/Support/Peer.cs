using System.Diagnostics;

namespace NudgeBot.Tests.Support;

/// <summary>A script of tests/peers that runs beside a test; it ends when its input is closed.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private Peer(Process process, Task<string> errors, string ready) => (this.process, this.errors, Ready) = (process, errors, ready);

    /// <summary>What stands behind "ready" in the script's first words: a port or an address.</summary>
    public string Ready { get; }

    /// <summary>The address of a peer that said its port.</summary>
    public Uri Url(string path) => new($"http://127.0.0.1:{Ready}{path}");

    public static async Task<Peer> StartAsync(string node, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(node, [script, .. arguments])
        {
            WorkingDirectory = Peers.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, errors, line["ready ".Length..]);
            }
        }

        throw new InvalidOperationException($"{script} did not start: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        await errors;
        process.Dispose();
    }
}
