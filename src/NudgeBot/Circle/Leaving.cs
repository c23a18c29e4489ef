using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary>Takes somebody out of the circle: to rest, where reason and cadence are kept, or for good. Nothing recorded is lost either way.</summary>
internal sealed class Leaving(Seating seating, CircleWords words, IStringLocalizer<CircleText> text)
{
    /// <summary>Lets go of somebody.</summary>
    public async Task<Message> ReleaseAsync(Turn turn, Person person, CancellationToken cancellationToken) =>
        await seating.OfAsync(person.PersonId, cancellationToken) is null
            ? new Message(words.Place(person, null))
            : words.Confirm(words.Place(person, null), await seating.ApplyAsync(turn, [(person.PersonId, null)], cancellationToken));

    /// <summary>Puts somebody on the shelf, to be chosen again some day as they were.</summary>
    public async Task<Message> RestAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var before = await seating.OfAsync(person.PersonId, cancellationToken);
        if (before is not { HasSeat: true })
            return new Message(before is null ? words.Place(person, null) : text["already", words.Place(person, before)]);
        var after = before with { RestedOn = turn.Today };
        return words.Confirm(words.Place(person, after), await seating.ApplyAsync(turn, [(person.PersonId, after)], cancellationToken));
    }
}
