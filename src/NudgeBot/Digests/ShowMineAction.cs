using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Commands;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>Tells the one who presses it which of their own reconnections are waiting; nobody else sees the answer.</summary>
internal sealed class ShowMineAction(BotDb db, IStringLocalizer<DigestText> text) : IAction
{
    public static string Id => "digest.mine";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var seats = await Seat.Of(db.Set<Associate>(), db).ToListAsync(cancellationToken);
        if (seats.Count == 0)
            return text["mine.nobody"].Value;
        var due = seats.Where(seat => seat.DueOn <= turn.Today).OrderBy(seat => seat.DueOn).ThenBy(seat => seat.PersonId).ToList();
        if (due.Count == 0)
            return text["mine.none"].Value;
        var ids = due.Select(seat => seat.PersonId).ToList();
        var names = await db.Set<Person>().Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, row => row.Name, cancellationToken);
        return string.Join('\n', due
            .Select(seat => seat.LastOn is { } last
                ? text["mine.last", names[seat.PersonId], turn.Show(last)].Value
                : text["mine.never", names[seat.PersonId], turn.Show(seat.ChosenOn)].Value)
            .Prepend(text["mine.title"]));
    }
}
