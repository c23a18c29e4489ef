using System.IO.Compression;
using System.Text.Json.Nodes;
using NudgeBot.Channels.Teams.Install;

namespace NudgeBot.Tests.Channels.Teams.Install;

/// <summary>The app package, opened.</summary>
internal sealed class TeamsPackage
{
    public const string AppId = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private TeamsPackage(Dictionary<string, byte[]> files) => Files = files;

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    public JsonObject Manifest => Json("manifest.json");

    public JsonObject German => Json("de.json");

    public JsonObject Bot => (JsonObject)Manifest["bots"]![0]!;

    public static TeamsPackage Write(bool targeted = false, string address = "https://nudge.example.org/bot/") =>
        Open(TeamsManifest.Write(new Uri(address), Guid.Parse(AppId), targeted, "1.2.3"));

    public static TeamsPackage Open(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return new(archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        }));
    }

    /// <summary>The commands of a scope.</summary>
    public IReadOnlyList<JsonObject> Commands(string scope) =>
        [.. Bot["commandLists"]!.AsArray().Where(list => Texts(list!["scopes"]).Contains(scope)).SelectMany(list => list!["commands"]!.AsArray()).Select(command => (JsonObject)command!)];

    /// <summary>What the client puts into the box where people write when they pick a command.</summary>
    public static string Inserted(JsonObject command) => (string)(command["prompt"] ?? command["title"])!;

    /// <summary>The example that is shown beside it; null where the command is whole by itself.</summary>
    public static string? Example(JsonObject command) =>
        ((string)command["description"]!).Split(": ")[^1].Split(';')[0] is { } shown && shown.StartsWith(Inserted(command).Trim() + " ", StringComparison.Ordinal) ? shown : null;

    public static IEnumerable<string> Texts(JsonNode? node) => node?.AsArray().Select(item => (string)item!) ?? [];

    private JsonObject Json(string file) => (JsonObject)JsonNode.Parse(Files[file])!;
}
