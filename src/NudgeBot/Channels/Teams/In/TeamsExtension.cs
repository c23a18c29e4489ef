using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.In;

/// <summary>
/// The message extension: "Log as help" on a message, and looking up one's own persons while writing. It works in conversations that
/// NudgeBot is no part of; what there is to say goes to the personal chat.
/// </summary>
internal sealed class TeamsExtension(TeamsDialogs dialogs, TeamsLookUp lookUp, TeamsPeople people)
{
    /// <summary>The commands of the manifest, with the actions that they begin.</summary>
    public const string Log = "log", Person = "person";

    public async Task<TeamsResponse> HandleAsync(TeamsActivity activity)
    {
        var command = TeamsJson.Text(activity.Value, "commandId");
        return (activity.Name, command) switch
        {
            ("composeExtension/query", Person) => await FindAsync(activity),
            ("composeExtension/fetchTask", Log) => await dialogs.RunAsync(
                Anywhere(TeamsReader.Pressed(activity, Log, null, await PrefillAsync(activity))), closes: false),
            ("composeExtension/submitAction", Log) => TeamsActions.Read(TeamsJson.Part(activity.Value, "data")) is var (actionId, value, fields)
                ? await dialogs.RunAsync(Anywhere(TeamsReader.Pressed(activity, actionId, value, fields)), closes: false)
                : TeamsResponse.Broken,
            (_, null) => TeamsResponse.Broken,
            _ => TeamsResponse.NotImplemented,
        };
    }

    private static PressedAction Anywhere(PressedAction pressed) => pressed with { Conversation = Conversation.With(""), MessageId = null };

    /// <summary>
    /// Persons whose names begin with what was typed. Only who searches sees what stands beside a name; what a pick puts into the message is
    /// the name alone.
    /// </summary>
    private async Task<TeamsResponse> FindAsync(TeamsActivity activity)
    {
        var typed = TeamsJson.Part(activity.Value, "parameters") is { ValueKind: JsonValueKind.Array } parameters
            ? parameters.EnumerateArray().Where(one => TeamsJson.Text(one, "name") is not "initialRun").Select(one => TeamsJson.Text(one, "value")).FirstOrDefault() ?? ""
            : "";
        var found = await lookUp.FindAsync(activity.TenantId!, activity.AuthorId!, typed);
        return TeamsResponse.Of(new JsonObject
        {
            ["composeExtension"] = new JsonObject
            {
                ["type"] = "result",
                ["attachmentLayout"] = "list",
                ["attachments"] = new JsonArray([.. found.Select(JsonNode (person) => Attachment(person.Name, person.Line))]),
            },
        });
    }

    private static JsonObject Attachment(string name, string line)
    {
        var attachment = TeamsActivities.Attachment(new TeamsCard([new TeamsText(TeamsMarkdown.Escape(name)) { Weight = "Bolder" }]) { FallbackText = name });
        attachment["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = name, ["text"] = line },
        };
        return attachment;
    }

    /// <summary>What is known already of a help when somebody begins at a message: its text, and who wrote it.</summary>
    private async Task<IReadOnlyDictionary<string, string>> PrefillAsync(TeamsActivity activity)
    {
        Dictionary<string, string> fields = [];
        var message = TeamsJson.Part(activity.Value, "messagePayload");
        if (TeamsJson.Nested(message, "body", "content") is { } content && TeamsReader.Plain(TeamsHtml.Read(content)) is { Length: > 0 } said)
            fields["text"] = TeamsParts.Cut(said, 2000);
        var author = TeamsJson.Part(TeamsJson.Part(message, "from"), "user");
        if (TeamsJson.Text(author, "id") is not { Length: > 0 } id || id == activity.From!.Id || TeamsIds.Directory(id) is not { } accountId || accountId == activity.AuthorId)
            return fields;
        var isColleague = (await people.NamesAsync(activity.TenantId!, [accountId])).Count > 0;
        if (isColleague)
            fields["who"] = $"<@{accountId}>";
        else if (TeamsJson.Text(author, "displayName") is { Length: > 0 } name)
            fields["who"] = $"\"{name.Replace('"', '\'')}\"";
        return fields;
    }
}
