using System.CommandLine;
using NudgeBot.Channels;

namespace NudgeBot.Hosting.Verbs;

/// <summary>The command line: what it can do, and how the words on it reach the host as settings.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args, Func<string[], WebApplication> build, params IReadOnlyList<IAppManifest> manifests)
    {
        var root = new RootCommand("""
            NudgeBot keeps the memory of who helped whom, and suggests reconnecting with the few people one chose to stay close to.
            Without a command it serves. Settings may follow any command, such as --urls http://localhost:8080 or
            --Storage:ConnectionString "Data Source=/srv/nudgebot.db"; the others are in appsettings.json.
            """);
        Command[] verbs =
        [
            ServeVerb.Create(build), DoctorVerb.Create(build), MigrateVerb.Create(build), BackupVerb.Create(build), RestoreVerb.Create(build),
            RestoredVerb.Create(build), PreviewVerb.Create(build), DeliveriesVerb.Create(build), RankVerb.Create(), ManifestVerb.Create(build, manifests),
        ];
        foreach (var verb in verbs)
            root.Add(verb);
        ServeVerb.Configure(root, build);
        // Brackets, @ and joined letters mean nothing here, so that any setting can be given. The host itself handles signals.
        return root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null })
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
