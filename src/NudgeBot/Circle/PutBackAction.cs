using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>The button that puts a change of the circle back.</summary>
internal sealed class PutBackAction(BotDb db, Seating seating, CircleWords words, IStringLocalizer<CircleText> text) : IAction
{
    public static string Id => "circle.undo";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (outcome, ids) = await seating.PutBackAsync(turn, press.Id, cancellationToken);
        if (outcome != PutBack.Done)
            return new Message(text[$"undo.{outcome}"], Replaces: outcome == PutBack.Gone);
        var persons = await db.Set<Person>().Where(row => ids.Contains(row.PersonId)).OrderBy(row => row.Name).ToListAsync(cancellationToken);
        List<string> lines = [];
        foreach (var person in persons)
            lines.Add(words.Place(person, await seating.OfAsync(person.PersonId, cancellationToken)));
        return new Message(text["undo.Done", string.Join('\n', lines)], Replaces: true);
    }
}
