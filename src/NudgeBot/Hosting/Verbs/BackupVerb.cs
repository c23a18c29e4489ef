using System.CommandLine;
using System.Text.Json.Nodes;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>backup FILE</c>: a checked copy of one instant, made while the server runs.</summary>
internal static class BackupVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; one that is there already is not touched" };
        var json = Verb.Json();
        var command = new Command("backup", """
            Write a copy of the database to a new file, also while the server runs, and check it.
            Example: dotnet run --project src/NudgeBot -- backup nudgebot-2026-11-22.db
            """) { file, json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            if (services.GetService<SqliteBackup>() is not { } backup)
                return parse.Fail("The records are in PostgreSQL. Back them up with its own tools, such as pg_dump --format=custom --file=nudgebot.dump.");
            var target = parse.GetRequiredValue(file);
            // SQLite's copying blocks its thread; the progress is told from this one.
            var work = Task.Run(() => backup.Save(target), cancellationToken);
            await Progress.TellAsync(
                work, () => $"{SqliteBackup.Written(target) / 1048576.0:0.0} of {backup.Size / 1048576.0:0.0} MiB", services.GetRequiredService<TimeProvider>(), parse, cancellationToken);
            if (await work is { } refusal)
                return parse.Fail(refusal);
            var size = new FileInfo(target).Length;
            return parse.Say(parse.GetValue(json)
                ? new JsonObject { ["file"] = Path.GetFullPath(target), ["bytes"] = size }.ToJsonString()
                : $"Wrote and checked {Path.GetFullPath(target)} ({size:N0} bytes). \"restore {target}\" puts it back.");
        });
        return command;
    }
}
