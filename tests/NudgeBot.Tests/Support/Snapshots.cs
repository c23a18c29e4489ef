using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NudgeBot.Tests.Support;

/// <summary>
/// Compares what is drawn with what was looked at before, kept as files beside the test. With <c>UPDATE_SNAPSHOTS=1</c> in the environment
/// they are written anew; look at the difference before keeping it.
/// </summary>
internal static partial class Snapshots
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly bool Updates = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Compares each drawing with the file of its name, in the folder <c>snapshots</c> beside the calling file.</summary>
    public static void Compare(IEnumerable<(string Name, JsonElement Drawn)> drawings, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "snapshots");
        List<string> different = [];
        foreach (var (name, drawn) in drawings)
        {
            var file = Path.Combine(folder, $"{name}.json");
            var text = WithoutIds(JsonSerializer.Serialize(drawn, Readable)) + "\n";
            if (File.Exists(file) && File.ReadAllText(file) == text)
                continue;
            different.Add(name);
            if (Updates)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(file, text);
            }
        }

        Assert.True(Updates || different.Count == 0, $"Drawn differently: {string.Join(", ", different)}. See the differences with UPDATE_SNAPSHOTS=1 and git diff.");
    }

    /// <summary>Numbers in place of ids, which differ from run to run.</summary>
    private static string WithoutIds(string text)
    {
        List<string> seen = [];
        return Ids().Replace(text, match =>
        {
            if (!seen.Contains(match.Value))
                seen.Add(match.Value);
            return $"id-{seen.IndexOf(match.Value) + 1}";
        });
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex Ids();
}
