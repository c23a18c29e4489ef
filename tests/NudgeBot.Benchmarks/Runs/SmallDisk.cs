using System.Diagnostics;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>A file system of its own in memory, which can be filled to the last byte. Mounting it needs root on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string ballast;

    public SmallDisk(string folder)
    {
        Folder = folder;
        ballast = Path.Combine(folder, "ballast");
        Directory.CreateDirectory(folder);
        if (Run("mount", "-t", "tmpfs", "-o", "size=48m", "nudgebot-torture", folder) != 0)
            throw new InvalidOperationException("A small disk could not be mounted: --fills needs Linux and root.");
    }

    public string Folder { get; }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 16, 4096, 1 })
        {
            try
            {
                var block = new byte[size];
                while (true)
                    file.Write(block);
            }
            catch (IOException)
            {
                // No block of this size fits any more.
            }
        }
    }

    public void Free() => File.Delete(ballast);

    public void Dispose() => Run("umount", "-l", Folder);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
