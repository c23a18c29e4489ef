using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NudgeBot.Storage;
using NudgeBot.Storage.Moving;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>migrate</c>: brings the database to this program's schema without serving, or moves everything to another database.</summary>
internal static class MigrateVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var from = new Option<string>("--from") { Description = "The connection string of the database to move from, such as \"Data Source=data/nudgebot.db\"" };
        var to = new Option<string>("--to") { Description = "The connection string of the database to move to, such as \"Host=db;Database=nudgebot;Username=nudgebot\"" };
        var json = Verb.Json();
        var command = new Command("migrate", """
            Bring the database to this version's schema, and say what was applied; serving does so by itself.
            With --from and --to move all records to another database, SQLite or PostgreSQL, and compare them. Stop the servers first.
            Example: dotnet run --project src/NudgeBot -- migrate
            Example: dotnet run --project src/NudgeBot -- migrate --from "Data Source=data/nudgebot.db" --to "Host=db;Database=nudgebot;Username=nudgebot"
            """) { from, to, json };
        command.UseServices(build, async (services, parse, cancellationToken) => (parse.GetValue(from), parse.GetValue(to)) switch
        {
            (null, null) => await MigrateAsync(services, parse, parse.GetValue(json), cancellationToken),
            ({ } source, { } target) => await MoveAsync(services, source, target, parse, parse.GetValue(json), cancellationToken),
            _ => parse.Fail("Moving records takes both --from and --to."),
        });
        return command;
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, ParseResult parse, bool json, CancellationToken cancellationToken)
    {
        var migrator = services.GetRequiredService<Migrator>();
        if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
            return parse.Fail(refusal);
        var applied = await migrator.MigrateAsync(cancellationToken);
        return parse.Say(json
            ? new JsonObject { ["applied"] = new JsonArray([.. applied.Select(name => (JsonNode)name)]) }.ToJsonString()
            : applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
    }

    /// <summary>The file that a server uses at this moment; null where none does, or where it is no file.</summary>
    private static string? InUse(string connectionString)
    {
        if (MovingDatabase.IsPostgres(connectionString))
            return null;
        var file = new SqliteFile(Options.Create(new StorageOptions { ConnectionString = connectionString }));
        using var use = new SqliteUse(file);
        return use.TryOwn() ? null : file.Path;
    }

    private static async Task<int> MoveAsync(
        IServiceProvider services, string from, string to, ParseResult parse, bool json, CancellationToken cancellationToken)
    {
        var (source, wrongSource) = MovingDatabase.Open(from);
        var (target, wrongTarget) = MovingDatabase.Open(to);
        if (source is null || target is null)
            return parse.Fail((wrongSource ?? wrongTarget)!);
        await using (source)
        await using (target)
        {
            if ((InUse(from) ?? InUse(to)) is { } busy)
                return parse.Fail($"A server uses {busy}. Stop it first.");
            var move = new DatabaseMove(source, target);
            var work = move.RunAsync(cancellationToken);
            await Progress.TellAsync(work, () => move.State, services.GetRequiredService<TimeProvider>(), parse, cancellationToken);
            var (fault, rows) = await work;
            if (fault is not null)
                return parse.Fail(fault);
            return parse.Say(json
                ? new JsonObject { ["rows"] = rows }.ToJsonString()
                : $"Moved {rows:N0} rows; counts and hashes agree. Set Storage:Provider and Storage:ConnectionString to the new database, and keep the old one until you are sure.");
        }
    }
}
