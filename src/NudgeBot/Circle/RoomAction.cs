using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>
/// The answer to who makes room: somebody of the ring, who leaves the circle or takes the seat that the chosen one leaves; the other
/// ring; or nobody.
/// </summary>
internal sealed class RoomAction(BotDb db, Seating seating, Choosing choosing, CircleWords words, IStringLocalizer<CircleText> text) : IAction
{
    /// <summary>The answers that name no person.</summary>
    public const string OtherRing = "other", Nobody = "nobody";

    public static string Id => "choose.room";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/') is not [var pendingId, var answer] || !Guid.TryParse(pendingId, out var id)
            || await db.Set<PendingChoice>().SingleOrDefaultAsync(row => row.PendingId == id, cancellationToken) is not { } pending)
            return new Message(text["room.gone"], Replaces: true);
        var person = await db.Set<Person>().SingleAsync(row => row.PersonId == pending.PersonId, cancellationToken);
        db.Remove(pending);
        var before = await seating.OfAsync(person.PersonId, cancellationToken);
        if (answer == Nobody)
            return new Message(text["room.kept", words.Place(person, before)], Replaces: true);
        var after = pending.Choice.After(before, await seating.SeatsAsync(cancellationToken), turn.Today);
        if (answer == OtherRing)
            return await choosing.ChooseAsync(turn, person, pending.Choice with { Ring = Rings.Other(after.Ring) }, cancellationToken) with { Replaces = true };
        return Guid.TryParse(answer, out var other) && other != person.PersonId
                && await seating.OfAsync(other, cancellationToken) is { HasSeat: true } theirs && theirs.Ring == after.Ring
            ? await SwapAsync(turn, person, before, after, other, theirs, cancellationToken)
            : await choosing.ChooseAsync(turn, person, pending.Choice, cancellationToken) with { Replaces = true };
    }

    private async Task<Message> SwapAsync(
        Turn turn, Person person, Standing? before, Standing after, Guid other, Standing theirs, CancellationToken cancellationToken)
    {
        var makesRoom = await db.Set<Person>().SingleAsync(row => row.PersonId == other, cancellationToken);
        var theirsAfter = before is { HasSeat: true } ? theirs with { Ring = before.Ring } : null;
        var change = await seating.ApplyAsync(turn, [(other, theirsAfter), (person.PersonId, after)], cancellationToken);
        var also = theirsAfter is null ? words.Place(makesRoom, null) : words.Changed(makesRoom, theirs, theirsAfter);
        return choosing.Confirm(person, before, after, change, also, replaces: true);
    }
}
