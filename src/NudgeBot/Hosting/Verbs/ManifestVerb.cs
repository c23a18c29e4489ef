using System.CommandLine;
using System.Text;
using NudgeBot.Channels;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>manifest</c>: writes what a platform is given to make NudgeBot an app there, with the addresses of this installation.</summary>
internal static class ManifestVerb
{
    public static Command Create(Func<string[], WebApplication> build, IReadOnlyList<IAppManifest> manifests)
    {
        var platform = new Argument<string>("PLATFORM") { Description = $"Which platform: {string.Join(", ", manifests.Select(manifest => manifest.Name))}" };
        var url = new Option<string?>("--url") { Description = "The https address under which the platform reaches NudgeBot" };
        var target = new Option<string?>("--out") { Description = "A new file to write to; text goes to standard output when not given" };
        var command = new Command("manifest", $"""
            Write the app's manifest for a platform, with the addresses of this installation filled in.
            Example: dotnet run --project src/NudgeBot -- manifest {manifests[0].Name} --url https://nudgebot.example.com --out app.json
            """) { platform, url, target };
        foreach (var option in manifests.SelectMany(manifest => manifest.Options))
            command.Add(option);
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (manifests.FirstOrDefault(manifest => manifest.Name == parse.GetRequiredValue(platform)) is not { } manifest)
                return parse.Fail($"There is no manifest for \"{parse.GetRequiredValue(platform)}\"; there is one for {string.Join(", ", manifests.Select(one => one.Name))}.");
            if (manifests.FirstOrDefault(other => other != manifest && other.Options.Any(option => IsGiven(parse, option))) is { } other)
            {
                return parse.Fail($"{string.Join(" and ", other.Options.Where(option => IsGiven(parse, option)).Select(option => option.Name))} is for {other.Name} alone; "
                    + $"{manifest.Name} takes {string.Join(", ", manifest.Options.Select(option => option.Name).Prepend("--url"))} and --out.");
            }

            var given = parse.GetValue(url);
            if (given is not null && !IsPublic(given))
                return parse.Fail($"\"{given}\" is not an https address without query or fragment, such as https://nudgebot.example.com.");
            await using var app = build([]);
            return manifest.Write(given is null ? null : new Uri(given), parse, app.Configuration) switch
            {
                { Content: { } content } when (parse.GetValue(target) ?? manifest.FileName) is { } file => await SaveAsync(content, file, parse, cancellationToken),
                { Content: { } content } => parse.Say(Encoding.UTF8.GetString(content)),
                var refused => parse.Fail(refused.Refusal!),
            };
        });
        return command;
    }

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static async Task<int> SaveAsync(byte[] content, string file, ParseResult parse, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            return parse.Fail($"{file} is there already and was not touched. Name a new file with --out.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            return parse.Fail($"There is no folder {folder}. Make it first.");
        await File.WriteAllBytesAsync(file, content, cancellationToken);
        return parse.Say($"Wrote {file}.");
    }

    private static bool IsPublic(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Query.Length == 0 && url.Fragment.Length == 0;
}
