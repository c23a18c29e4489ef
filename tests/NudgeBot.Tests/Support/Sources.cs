namespace NudgeBot.Tests.Support;

/// <summary>The program's own source files, for the rules that hold over all of them.</summary>
internal static class Sources
{
    /// <summary>The folder with the solution.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "NudgeBot.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
