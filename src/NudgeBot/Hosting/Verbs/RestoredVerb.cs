using System.CommandLine;
using System.Text.Json.Nodes;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>restored</c>: prepares a database that PostgreSQL's own tools put back from a backup. <c>restore</c> does the same by itself.</summary>
internal static class RestoredVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var json = Verb.Json();
        var command = new Command("restored", """
            Say that the database was put back from a backup by other tools, before any server starts on it: what should have gone out since
            the backup is then looked up in the platform's history, and goes out only where it is not there.
            Example: dotnet run --project src/NudgeBot -- restored
            """) { json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            if (services.GetService<SqliteUse>()?.TryOwn() == false)
                return parse.Fail("A server uses the database. Stop it first.");
            var migrator = services.GetRequiredService<Migrator>();
            if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
                return parse.Fail(refusal);
            await migrator.MigrateAsync(cancellationToken);
            var (deliveries, schedules) = await services.GetRequiredService<Restored>().MarkAsync(cancellationToken);
            return parse.Say(parse.GetValue(json)
                ? new JsonObject { ["messagesToLookUp"] = deliveries, ["dueSince"] = schedules }.ToJsonString()
                : Tell(deliveries, schedules));
        });
        return command;
    }

    /// <summary>What will be looked up before it is done again, in a sentence for an operator.</summary>
    public static string Tell(int deliveries, int schedules) => (deliveries, schedules) is (0, 0)
        ? "Nothing was to go out between the backup and now."
        : $"Of what was to go out between the backup and now, {deliveries:N0} messages and {schedules:N0} schedules, all is looked up in the platform's history before it goes out.";
}
