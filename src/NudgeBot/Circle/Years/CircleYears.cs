using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Years;

/// <summary>Shows the member's circle over the years: helps in both directions, touches, and the silences between them. No sums.</summary>
internal sealed class CircleYears(BotDb db, YearsChart chart, YearsWords words, IStringLocalizer<CircleText> text)
{
    /// <summary>The picture; null while nothing is on record of anybody in the circle.</summary>
    public async Task<Picture?> DrawAsync(Turn turn, CancellationToken cancellationToken)
    {
        var ties = await ReadAsync(turn, cancellationToken);
        if (ties.All(tie => tie.Marks.Count == 0))
            return null;
        // By the week, so that looking again does not make another picture.
        var monday = turn.Today.AddDays(-(((int)turn.Today.DayOfWeek + 6) % 7));
        var latest = ties.SelectMany(tie => tie.Marks).Max(mark => mark.On);
        var until = latest > monday ? latest : monday;
        return new Picture(new FileContent(text["years.file"], "image/png", chart.Draw(ties, until, turn.Culture)), words.Tell(turn, ties, until));
    }

    /// <summary>The circle by ring, and by name within it, so that no order says more than the alphabet.</summary>
    private async Task<IReadOnlyList<TieYears>> ReadAsync(Turn turn, CancellationToken cancellationToken)
    {
        var seats = await (
            from seat in db.Set<Associate>()
            join person in db.Set<Person>() on seat.PersonId equals person.PersonId
            where seat.RestedOn == null
            select new { person.PersonId, person.Name, seat.Ring, seat.ChosenOn }).AsNoTracking().ToListAsync(cancellationToken);
        var ids = seats.Select(seat => seat.PersonId).ToList();
        var marks = await (
            from about in db.Set<EntryPerson>()
            join entry in db.Set<Entry>() on about.EntryId equals entry.EntryId
            where ids.Contains(about.PersonId)
                && (entry.Kind == EntryKind.Gave || entry.Kind == EntryKind.Received || entry.Kind == EntryKind.Touch)
            orderby entry.On, entry.EntryId
            select new { about.PersonId, entry.On, entry.Kind }).AsNoTracking().ToListAsync(cancellationToken);
        var byPerson = marks.ToLookup(mark => mark.PersonId, mark => new YearMark(mark.On, mark.Kind));
        var byName = StringComparer.Create(turn.Culture, ignoreCase: true);
        return [.. seats.OrderBy(seat => seat.Ring).ThenBy(seat => seat.Name, byName).ThenBy(seat => seat.PersonId)
            .Select(seat => new TieYears(seat.Name, seat.Ring, seat.ChosenOn, [.. byPerson[seat.PersonId]]))];
    }
}
