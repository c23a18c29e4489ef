using System.CommandLine;
using System.Text.Json.Nodes;
using NudgeBot.Storage;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>migrate</c>: brings the database to this program's schema without serving.</summary>
internal static class MigrateVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var json = Verb.Json();
        var command = new Command("migrate", """
            Bring the database to this version's schema, and say what was applied; serving does so by itself.
            Example: dotnet run --project src/NudgeBot -- migrate
            """) { json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            var migrator = services.GetRequiredService<Migrator>();
            if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
                return parse.Fail(refusal);
            var applied = await migrator.MigrateAsync(cancellationToken);
            return parse.Say(parse.GetValue(json)
                ? new JsonObject { ["applied"] = new JsonArray([.. applied.Select(name => (JsonNode)name)]) }.ToJsonString()
                : applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        });
        return command;
    }
}
