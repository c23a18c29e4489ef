using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>A seat of a circle with the days of the latest records about the one who holds it: what decides whether a reconnection is waiting.</summary>
/// <param name="LastOn">The day of the latest record of any kind, or null while there is none.</param>
/// <param name="LastBothOn">The same without received help.</param>
internal sealed record Seat(
    string WorkspaceId, string MemberId, Guid PersonId, Ring Ring, int? CadenceDays, DateOnly ChosenOn, DateOnly? LastOn, DateOnly? LastBothOn)
{
    /// <summary>
    /// The day on which the cadence has passed since the latest record. Where there is none but received help, it counts from the choice if
    /// that is later: having received help from somebody never makes them due.
    /// </summary>
    public DateOnly DueOn
    {
        get
        {
            var from = LastOn is { } last && (LastBothOn is not null || last > ChosenOn) ? last : ChosenOn;
            return from.AddDays(CadenceDays ?? Rings.CadenceDays(Ring));
        }
    }

    /// <summary>Those of the associates who hold a seat. Joined by whole keys, so that it holds with the owner filter and without.</summary>
    public static IQueryable<Seat> Of(IQueryable<Associate> associates, BotDb db)
    {
        var records =
            from about in db.Set<EntryPerson>()
            join entry in db.Set<Entry>()
                on new { about.WorkspaceId, about.MemberId, about.EntryId } equals new { entry.WorkspaceId, entry.MemberId, entry.EntryId }
            select new { about.WorkspaceId, about.MemberId, about.PersonId, entry.On, entry.Kind };
        return
            from seat in associates
            where seat.RestedOn == null
            select new Seat(
                seat.WorkspaceId, seat.MemberId, seat.PersonId, seat.Ring, seat.CadenceDays, seat.ChosenOn,
                records.Where(row => row.WorkspaceId == seat.WorkspaceId && row.MemberId == seat.MemberId && row.PersonId == seat.PersonId)
                    .Max(row => (DateOnly?)row.On),
                records.Where(row => row.WorkspaceId == seat.WorkspaceId && row.MemberId == seat.MemberId && row.PersonId == seat.PersonId)
                    .Where(row => row.Kind != EntryKind.Received).Max(row => (DateOnly?)row.On));
    }
}
