using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Loads what planning a nudge needs to know, in as many queries however much is recorded.</summary>
internal sealed class SnapshotLoader(BotDb db, Pacing pacing)
{
    /// <summary>Loads everybody whom the member knows.</summary>
    /// <param name="turn">For whom.</param>
    /// <param name="member">Their settings.</param>
    /// <param name="today">The member's day that is planned.</param>
    /// <param name="isRegular">Whether it is the day of a regular nudge.</param>
    /// <param name="followUps">The follow-ups that come back.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Snapshot> LoadAsync(
        Turn turn, Member member, DateOnly today, bool isRegular, IReadOnlyCollection<Waiting> followUps, CancellationToken cancellationToken)
    {
        var persons = await db.Set<Person>().AsNoTracking().ToListAsync(cancellationToken);
        var ties = await TiesAsync(turn, persons, followUps, cancellationToken);
        return new(today, ties, isRegular, member.UsesShelf, (await pacing.PeekAsync(cancellationToken)).Ignored);
    }

    /// <summary>Loads one person.</summary>
    public async Task<Tie> LoadAsync(Turn turn, Person person, CancellationToken cancellationToken) =>
        (await TiesAsync(turn, [person], [], cancellationToken))[0];

    private async Task<IReadOnlyList<Tie>> TiesAsync(
        Turn turn, List<Person> persons, IReadOnlyCollection<Waiting> followUps, CancellationToken cancellationToken)
    {
        var only = persons.Count == 1 ? persons[0].PersonId : (Guid?)null;
        var seats = await db.Set<Associate>().AsNoTracking().ToDictionaryAsync(row => row.PersonId, cancellationToken);
        var attentions = await db.Set<Attention>().AsNoTracking().ToDictionaryAsync(row => row.PersonId, cancellationToken);
        var records = await RecordsAsync(only, cancellationToken);
        var asks = await AsksAsync(turn, cancellationToken);
        var waiting = followUps.Select(it => it.EntryId).ToHashSet();
        return [.. persons.Select(person => TieOf(turn, person, seats.GetValueOrDefault(person.PersonId), attentions.GetValueOrDefault(person.PersonId)) with
        {
            Records = [.. records[person.PersonId].Where(record => record.IsContact || record.Kind == EntryKind.Note)],
            Open = [.. records[person.PersonId].Where(record => record.Kind == EntryKind.Need || waiting.Contains(record.EntryId))],
            Asks = [.. asks[person.PersonId]],
        })];
    }

    /// <summary>What is recorded about each person, oldest first, without needs that were met and follow-ups that are done.</summary>
    private async Task<ILookup<Guid, Recorded>> RecordsAsync(Guid? only, CancellationToken cancellationToken)
    {
        var rows = await (
            from about in db.Set<EntryPerson>()
            join entry in db.Set<Entry>() on about.EntryId equals entry.EntryId
            where entry.ClosedAt == null && (only == null || about.PersonId == only)
            orderby entry.On, entry.RecordedAt, entry.EntryId
            select new { about.PersonId, entry.EntryId, entry.Kind, entry.Text, entry.On, entry.DueOn }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.PersonId, row => new Recorded(row.EntryId, row.Kind, row.Text, row.On, row.DueOn));
    }

    /// <summary>What associates ask the member for, as long as it is open and the member has not offered to help yet.</summary>
    private async Task<ILookup<Guid, OpenAsk>> AsksAsync(Turn turn, CancellationToken cancellationToken)
    {
        var rows = await (
            from letter in db.Set<AskLetter>()
            join alias in db.Set<PersonAlias>() on letter.FromMemberId equals alias.Value
            where letter.MemberId == turn.MemberId && letter.ClosedAt == null && letter.OfferedAt == null
                && alias.Kind == AliasKind.Account && alias.Until == null
            select new { alias.PersonId, letter.AskId, letter.Text, letter.AskedAt }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.PersonId, row => new OpenAsk(row.AskId, row.Text, DayOf(turn, row.AskedAt)));
    }

    private static DateOnly DayOf(Turn turn, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, turn.Zone).DateTime);

    private static Tie TieOf(Turn turn, Person person, Associate? seat, Attention? attention) =>
        new(person.PersonId, person.Name, DayOf(turn, person.KnownSince))
        {
            Seat = seat is { RestedOn: null } ? new Seat(seat.Ring, seat.CadenceDays, seat.Reason, seat.ChosenOn) { Leaning = seat.Leaning } : null,
            RestedOn = seat?.RestedOn,
            SuggestedOn = attention?.SuggestedOn,
            Unanswered = attention?.Unanswered ?? 0,
            AskedToKeep = attention?.AskedToKeep ?? false,
            SnoozedUntil = attention?.SnoozedUntil,
            Stopped = attention?.Stopped ?? false,
            Trusted = attention?.Trusted ?? false,
            WouldBeGlad = attention?.WouldBeGlad ?? false,
        };
}
