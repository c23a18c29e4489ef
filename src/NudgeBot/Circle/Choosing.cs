using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary>Gives somebody a seat, or changes the one they have; asks who makes room where the ring is full.</summary>
internal sealed class Choosing(Seating seating, RoomQuestion question, CircleWords words, IStringLocalizer<CircleText> text)
{
    /// <summary>Why a ring cannot be chosen at all, or null. Asked before anybody new is taken in.</summary>
    public async Task<Reply?> RefusalAsync(Ring? ring, CancellationToken cancellationToken) =>
        ring is { } wanted && await seating.SeatsAsync(cancellationToken) is var all && Rings.Seats(wanted, all) == 0
            ? text["ring.none", all].Value
            : null as Reply;

    public async Task<Message> ChooseAsync(Turn turn, Person person, Choice choice, CancellationToken cancellationToken)
    {
        var before = await seating.OfAsync(person.PersonId, cancellationToken);
        var after = choice.After(before, await seating.SeatsAsync(cancellationToken), turn.Today);
        if (after == before)
            return new Message(text["already", words.Place(person, before)]);
        var keepsSeat = before is { HasSeat: true };
        if (!(keepsSeat && before!.Ring == after.Ring) && await seating.FreeAsync(after.Ring, cancellationToken) <= 0)
            return await question.AskAsync(turn, person, choice, after.Ring, keepsSeat, cancellationToken);
        var change = await seating.ApplyAsync(turn, [(person.PersonId, after)], cancellationToken);
        return Confirm(person, before, after, change);
    }

    /// <summary>The confirmation of a choice; where no reason was given it asks for one, this once.</summary>
    public Message Confirm(Person person, Standing? before, Standing after, Guid change, string? alsoChanged = null, bool replaces = false)
    {
        var line = before is { HasSeat: true } ? words.Changed(person, before, after) : words.Place(person, after);
        if (alsoChanged is not null)
            line = $"{line}\n{alsoChanged}";
        var asksWhy = after.Reason.Length == 0 && before is not { HasSeat: true };
        return asksWhy
            ? words.Confirm(
                $"{line}\n{text["why.ask", person.Name]}", change,
                [new ActionRow(new Button(WhyAction.Id, text["why.say"], person.PersonId.ToString()))], replaces)
            : words.Confirm(line, change, replaces: replaces);
    }
}
