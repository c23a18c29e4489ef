using System.CommandLine;
using System.Text.Json.Nodes;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>deliveries list|retry|drop</c>: what became of outgoing messages, for the operator; their texts stay private.</summary>
internal static class DeliveriesVerb
{
    public static Command Create(Func<string[], WebApplication> build) => new("deliveries", """
        Look at outgoing messages, and try again or give up what is stuck. Their texts are not shown.
        Example: dotnet run --project src/NudgeBot -- deliveries list --state Failed
        """) { List(build), One(build, "retry", "Try a message again at once that was given up or waits", RetryAsync), One(build, "drop", "Give a message up that waits to be sent", DropAsync) };

    private static Command List(Func<string[], WebApplication> build)
    {
        var workspace = new Option<string?>("--workspace") { Description = "Only those of this workspace" };
        var state = new Option<DeliveryState?>("--state") { Description = "Only those that are Pending, Sending, Sent or Failed" };
        var most = new Option<int>("--most") { Description = "How many at most", DefaultValueFactory = _ => 50 };
        var json = Verb.Json();
        var command = new Command("list", "List the latest messages, newest first") { workspace, state, most, json };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            var lines = await new DeliveryDesk(scope.ServiceProvider.GetRequiredService<BotDb>())
                .ListAsync(parse.GetValue(workspace), parse.GetValue(state), parse.GetValue(most), cancellationToken);
            if (parse.GetValue(json))
                return parse.Say(new JsonArray([.. lines.Select(AsJson)]).ToJsonString());
            foreach (var line in lines)
                parse.Say(AsText(line));
            return lines.Count > 0 ? 0 : parse.Say("There are none.");
        });
        return command;
    }

    private static Command One(
        Func<string[], WebApplication> build, string name, string description, Func<DeliveryDesk, Guid, IServiceProvider, CancellationToken, Task<bool>> work)
    {
        var id = new Argument<Guid>("ID") { Description = "The id that \"deliveries list\" shows" };
        var command = new Command(name, description) { id };
        command.UseServices(build, async (services, parse, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            var desk = new DeliveryDesk(scope.ServiceProvider.GetRequiredService<BotDb>());
            return await work(desk, parse.GetRequiredValue(id), services, cancellationToken)
                ? parse.Say("Done. \"deliveries list\" shows what becomes of it.")
                : parse.Fail($"There is no message {parse.GetRequiredValue(id)} with which this can be done: it is not there, was sent, or its text was emptied.");
        });
        return command;
    }

    private static Task<bool> RetryAsync(DeliveryDesk desk, Guid id, IServiceProvider services, CancellationToken cancellationToken) =>
        desk.RetryAsync(id, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);

    private static Task<bool> DropAsync(DeliveryDesk desk, Guid id, IServiceProvider services, CancellationToken cancellationToken) => desk.DropAsync(id, cancellationToken);

    private static string AsText(DeliveryLine line) =>
        $"{line.Id}  {line.CreatedAt:yyyy-MM-dd HH:mm}Z  {line.WorkspaceId}  {line.Kind}  {line.State}"
        + (line.State == DeliveryState.Sent ? $" {line.SentAt:yyyy-MM-dd HH:mm}Z" : $" after {line.Attempts} tries, next not before {line.NotBefore:yyyy-MM-dd HH:mm}Z")
        + (line.Error is { } error ? $": {error}" : "");

    private static JsonObject AsJson(DeliveryLine line) => new()
    {
        ["id"] = line.Id,
        ["workspace"] = line.WorkspaceId,
        ["kind"] = line.Kind,
        ["state"] = line.State.ToString(),
        ["attempts"] = line.Attempts,
        ["createdAt"] = line.CreatedAt,
        ["notBefore"] = line.NotBefore,
        ["sentAt"] = line.SentAt,
        ["error"] = line.Error,
        ["canRetry"] = line.CanRetry,
    };
}
