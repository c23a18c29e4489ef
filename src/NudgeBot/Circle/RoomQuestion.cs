using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>Asks who makes room for somebody where a ring is full, keeping the choice until it is answered.</summary>
internal sealed class RoomQuestion(BotDb db, Seating seating, CircleWords words, IStringLocalizer<CircleText> text)
{
    private const int ButtonsInRow = 5;

    /// <summary>Asks; the answer arrives as <see cref="RoomAction"/>.</summary>
    /// <param name="turn">Who chooses.</param>
    /// <param name="person">Who shall have a seat.</param>
    /// <param name="choice">What was said about them.</param>
    /// <param name="ring">The ring that is full.</param>
    /// <param name="hasSeat">True when the person has a seat in the other ring, so that nobody has to leave the circle.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Message> AskAsync(Turn turn, Person person, Choice choice, Ring ring, bool hasSeat, CancellationToken cancellationToken)
    {
        var older = await db.Set<PendingChoice>().Where(row => row.PersonId == person.PersonId).ToListAsync(cancellationToken);
        db.RemoveRange(older);
        var pending = new PendingChoice
        {
            PendingId = turn.NewId(),
            PersonId = person.PersonId,
            Ring = choice.Ring,
            Cadence = choice.Cadence?.ToString(),
            Reason = choice.Reason,
        };
        db.Add(pending);

        var seated = await (
            from seat in db.Set<Associate>()
            join other in db.Set<Person>() on seat.PersonId equals other.PersonId
            where seat.Ring == ring && seat.RestedOn == null && seat.PersonId != person.PersonId
            select new { other.PersonId, other.Name }).ToListAsync(cancellationToken);
        var buttons = seated.OrderBy(one => one.Name, StringComparer.Create(turn.Culture, ignoreCase: true))
            .Select(one => new Button(RoomAction.Id, one.Name, $"{pending.PendingId}/{one.PersonId}")).ToList();
        var free = hasSeat ? 0 : await seating.FreeAsync(Rings.Other(ring), cancellationToken);
        if (free > 0)
            buttons.Add(new Button(RoomAction.Id, text[$"room.{Rings.Other(ring)}"], $"{pending.PendingId}/{RoomAction.OtherRing}", ButtonStyle.Primary));
        buttons.Add(new Button(RoomAction.Id, text["room.nobody"], $"{pending.PendingId}/{RoomAction.Nobody}"));
        var asked = text[hasSeat ? "room.move" : "room", words.Ring(ring), person.Name].Value;
        return new Message(
            $"{asked} {string.Join(", ", buttons.Select(button => button.Label))}",
            new Card([new Paragraph(asked), .. buttons.Chunk(ButtonsInRow).Select(row => new ActionRow(row))]));
    }
}
