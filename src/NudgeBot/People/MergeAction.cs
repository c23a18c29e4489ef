using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>Two persons are one: they become so.</summary>
internal sealed class MergeAction(BotDb db, SamePersons samePersons, Merging merging, PersonCard card, IStringLocalizer<PeopleText> text) : IAction
{
    public static string Id => "person.merge";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/', 2) is not [var personId, var key] || !Guid.TryParse(personId, out var id)
            || await db.Set<Person>().SingleOrDefaultAsync(row => row.PersonId == id, cancellationToken) is not { } person
            || (await samePersons.FindAsync(person, cancellationToken)).FirstOrDefault(candidate => candidate.Key == key) is not { } other)
            return new Message(text["same.gone"], Replaces: true);
        var kept = other.PersonId is { } otherId
            ? await merging.MergeAsync(turn, person, await db.Set<Person>().SingleAsync(row => row.PersonId == otherId, cancellationToken), cancellationToken)
            : await merging.RecogniseAsync(turn, person, other.AccountId!, cancellationToken);
        return new Message(text["merged", card.Line(turn, kept)], Replaces: true);
    }
}
