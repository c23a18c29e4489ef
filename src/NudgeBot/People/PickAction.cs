using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>The member picked whom they meant: the held command runs with that answer.</summary>
internal sealed class PickAction(BotDb db, CommandRouter router, IStringLocalizer<PeopleText> text) : IAction
{
    public static string Id => "pick";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/', 2) is not [var heldId, var choice] || !Guid.TryParse(heldId, out var id)
            || await db.Set<HeldCommand>().SingleOrDefaultAsync(row => row.HeldId == id, cancellationToken) is not { } held)
            return new Message(text["pick.gone"], Replaces: true);
        db.Remove(held);
        var picked = JsonSerializer.Deserialize(held.Picked, PeopleJson.Default.DictionaryStringString)!;
        picked[held.FoldedName] = choice;
        // The line means what it meant when it was typed: "yesterday" counts from then.
        var reply = await router.RunAsync(turn with { Picked = picked, Now = held.HeldAt }, held.Line, cancellationToken);
        return new Reply([.. reply.Messages.Select((message, index) => index == 0 ? message with { Replaces = true } : message)]);
    }
}

/// <summary>How picks are written down.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PeopleJson : JsonSerializerContext;
