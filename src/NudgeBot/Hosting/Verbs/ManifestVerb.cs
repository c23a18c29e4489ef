using System.CommandLine;
using System.Text;
using NudgeBot.Channels;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>manifest</c>: writes what a platform is given to make NudgeBot an app there, with the addresses of this installation.</summary>
internal static class ManifestVerb
{
    public static Command Create(IReadOnlyList<IAppManifest> manifests)
    {
        var platform = new Argument<string>("PLATFORM") { Description = $"Which platform: {string.Join(", ", manifests.Select(manifest => manifest.Name))}" };
        var url = new Option<string?>("--url") { Description = "The https address under which the platform reaches NudgeBot" };
        var socket = new Option<bool>("--socket-mode") { Description = "NudgeBot connects by itself, so that it needs no address" };
        var target = new Option<string?>("--out") { Description = "A new file to write to; standard output when not given" };
        var command = new Command("manifest", $"""
            Write the app's manifest for a platform, with the addresses of this installation filled in.
            Example: dotnet run --project src/NudgeBot -- manifest {manifests[0].Name} --url https://nudgebot.example.com --out app.json
            """) { platform, url, socket, target };
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (manifests.FirstOrDefault(manifest => manifest.Name == parse.GetRequiredValue(platform)) is not { } manifest)
                return parse.Fail($"There is no manifest for \"{parse.GetRequiredValue(platform)}\"; there is one for {string.Join(", ", manifests.Select(one => one.Name))}.");
            var (given, own) = (parse.GetValue(url), parse.GetValue(socket));
            if (own == given is not null)
                return parse.Fail("Give either --url with the https address under which the platform reaches NudgeBot, or --socket-mode.");
            if (!own && !IsPublic(given))
                return parse.Fail($"\"{given}\" is not an https address without query or fragment, such as https://nudgebot.example.com.");
            var content = manifest.Write(own ? null : new Uri(given!));
            return parse.GetValue(target) is { } file ? await SaveAsync(content, file, parse, cancellationToken) : parse.Say(Encoding.UTF8.GetString(content));
        });
        return command;
    }

    private static async Task<int> SaveAsync(byte[] content, string file, ParseResult parse, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            return parse.Fail($"{file} is there already and was not touched. Name a new file.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            return parse.Fail($"There is no folder {folder}. Make it first.");
        await File.WriteAllBytesAsync(file, content, cancellationToken);
        return parse.Say($"Wrote {file}.");
    }

    private static bool IsPublic(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Query.Length == 0 && url.Fragment.Length == 0;
}
