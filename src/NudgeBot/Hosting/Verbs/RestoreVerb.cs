using System.CommandLine;
using System.Text.Json.Nodes;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>restore FILE</c>: puts a backup in the place of the database, which is kept beside it.</summary>
internal static class RestoreVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var file = new Argument<string>("FILE") { Description = "A file that \"backup\" wrote" };
        var json = Verb.Json();
        var command = new Command("restore", """
            Put a backup in the place of the database. Refuses while a server runs on it, checks the backup first, and keeps the replaced
            database beside it.
            Example: dotnet run --project src/NudgeBot -- restore nudgebot-2026-11-22.db
            """) { file, json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            if (services.GetService<SqliteBackup>() is not { } backup)
                return parse.Fail("The records are in PostgreSQL. Stop all replicas, and restore them with its own tools, such as pg_restore --clean --dbname=nudgebot nudgebot.dump. Then run \"restored\", before any replica starts.");
            var source = parse.GetRequiredValue(file);
            var work = Task.Run(() => backup.Load(source), cancellationToken);
            await Progress.TellAsync(work, () => "Checking and copying the backup…", services.GetRequiredService<TimeProvider>(), parse, cancellationToken);
            var (kept, refusal) = await work;
            if (refusal is not null)
                return parse.Fail(refusal);
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            var (deliveries, schedules) = await services.GetRequiredService<Restored>().MarkAsync(cancellationToken);
            var path = services.GetRequiredService<SqliteFile>().Path;
            return parse.Say(parse.GetValue(json)
                ? new JsonObject { ["database"] = path, ["kept"] = kept, ["messagesToLookUp"] = deliveries, ["dueSince"] = schedules }.ToJsonString()
                : $"Restored {path} from {source}. "
                    + (kept is null ? "There was no database before." : $"The database that was there is kept as {kept}.")
                    + $"\n{RestoredVerb.Tell(deliveries, schedules)}");
        });
        return command;
    }
}
