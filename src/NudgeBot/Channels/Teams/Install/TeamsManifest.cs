using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NudgeBot.Channels.Teams.Install;

/// <summary>
/// The app package for Teams (learn.microsoft.com, "App manifest schema"): <c>manifests/teams</c> with the addresses and ids of this
/// installation, in one zip. The app has the id of its registration, so that a later package is a new version of the same app.
/// </summary>
internal sealed partial class TeamsManifest : IAppManifest
{
    private const string Manifest = "manifest.json";

    /// <summary>What stands for the address in the file, and for the registration's id.</summary>
    private const string Placeholder = "https://nudgebot.example.com", NoId = "00000000-0000-0000-0000-000000000000";

    private static readonly string[] Files = [Manifest, "de.json", "color.png", "outline.png"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<string?> appId = new("--app-id")
    {
        Description = "For teams: the application (client) id of the registration in Microsoft Entra; that of the setting Teams:AppId when not given",
    };

    private readonly Option<bool> targeted = new("--targeted")
    {
        Description = "For teams: commands by / in channels, and private answers there; needs Teams:TargetedMessages=true as well",
    };

    private readonly Option<string> version = new("--app-version")
    {
        Description = "For teams: the package's version; Teams takes a changed package only with a higher one",
        DefaultValueFactory = _ => "1.0.0",
    };

    public string Name => TeamsServices.ChannelName;

    public IReadOnlyList<Option> Options => [appId, targeted, version];

    public string? FileName => "nudgebot-teams.zip";

    public ManifestOutcome Write(Uri? address, ParseResult words, IConfiguration settings)
    {
        if (address is null)
            return ManifestOutcome.Refused("Give --url with the https address under which Teams reaches NudgeBot, such as https://nudgebot.example.com.");
        var id = words.GetValue(appId) ?? settings["Teams:AppId"] ?? "";
        if (!Guid.TryParse(id, out var guid) || guid == Guid.Empty)
        {
            return ManifestOutcome.Refused(id.Length == 0
                ? "Give --app-id with the application (client) id of the bot's registration in Microsoft Entra, or set Teams:AppId."
                : $"\"{id}\" is not an application (client) id, which is a guid such as 0f8fad5b-d9cb-469f-a165-70867728950e.");
        }

        return words.GetValue(version) is { } number && Version().IsMatch(number)
            ? ManifestOutcome.Of(Write(address, guid, words.GetValue(targeted), number))
            : ManifestOutcome.Refused($"\"{words.GetValue(version)}\" is not a version of three numbers, such as 1.0.1.");
    }

    /// <summary>Writes the package; the same bytes for the same words.</summary>
    /// <param name="address">Where Teams and browsers reach NudgeBot.</param>
    /// <param name="appId">The application (client) id of the registration.</param>
    /// <param name="targeted">Whether commands can be said privately in channels (manifest 1.29 and later).</param>
    /// <param name="version">Three numbers with dots.</param>
    public static byte[] Write(Uri address, Guid appId, bool targeted, string version)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = zip.CreateEntry(file);
                // The earliest that a zip can say: no machine's clock makes two packages differ.
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(file is Manifest ? Fill(Read(file), address, appId, targeted, version) : Read(file));
            }
        }

        return package.ToArray();
    }

    private static byte[] Fill(byte[] file, Uri address, Guid appId, bool targeted, string version)
    {
        var host = address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
        var manifest = JsonNode.Parse(Placeholders().Replace(Encoding.UTF8.GetString(file), found => found.Value switch
        {
            Placeholder => address.AbsoluteUri.TrimEnd('/'),
            NoId => appId.ToString(),
            _ => host,
        }))!;
        manifest["version"] = version;
        if (targeted)
        {
            var bot = manifest["bots"]![0]!;
            bot["supportsTargetedMessages"] = true;
            // In a personal chat all is private anyway, and Teams shows no such commands there.
            foreach (var list in bot["commandLists"]!.AsArray().Where(list => list!["scopes"]!.AsArray().All(scope => (string)scope! != "personal")))
                list!["triggers"] = new JsonArray("mention", "slash");
        }

        return JsonSerializer.SerializeToUtf8Bytes(manifest, Readable);
    }

    private static byte[] Read(string file)
    {
        using var stream = typeof(TeamsManifest).Assembly.GetManifestResourceStream($"teams/{file}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"(https://)?nudgebot\.example\.com|00000000-0000-0000-0000-000000000000", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholders();

    /// <summary>What the schema takes; anchored with \z, as $ would let a line break pass.</summary>
    [GeneratedRegex(@"^([0-9]|[1-9][0-9]+)(\.([0-9]|[1-9][0-9]+)){2}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
