using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Nudges;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local;

/// <summary>What the panel of the page draws: the member's own people with their helps and touches over the years. No sums.</summary>
internal static class LocalCircleEndpoint
{
    public static async Task<Results<Ok<LocalCircle>, ProblemHttpResult>> ReadAsync(
        string id, UnitOfWork unitOfWork, LocalClock clock, CancellationToken cancellationToken) =>
        LocalWorkspace.People.Any(person => person.Id == id)
            ? TypedResults.Ok(await unitOfWork.ReadAsync(
                LocalWorkspace.Id, id, services => ReadAsync(services.GetRequiredService<BotDb>(), clock.Now, cancellationToken)))
            : LocalProblem.NotFound($"There is no member {id}; GET /local/members lists them.");

    private static async Task<LocalCircle> ReadAsync(BotDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var persons = await db.Set<Person>().AsNoTracking().OrderBy(person => person.Name).ToListAsync(cancellationToken);
        var seats = await db.Set<Associate>().AsNoTracking().ToDictionaryAsync(seat => seat.PersonId, cancellationToken);
        var records = await (
            from link in db.Set<EntryPerson>()
            join entry in db.Set<Entry>() on link.EntryId equals entry.EntryId
            where entry.Kind == EntryKind.Gave || entry.Kind == EntryKind.Received || entry.Kind == EntryKind.Touch
            orderby entry.On
            select new { link.PersonId, entry.On, entry.Kind, entry.Text }).AsNoTracking().ToListAsync(cancellationToken);
        var marks = records.ToLookup(record => record.PersonId, record => new LocalMark(record.On, Word(record.Kind), record.Text));
        return new(now, [.. persons.Select(person => Draw(person, seats.GetValueOrDefault(person.PersonId), [.. marks[person.PersonId]], today))]);
    }

    private static LocalTie Draw(Person person, Associate? seat, IReadOnlyList<LocalMark> marks, DateOnly today)
    {
        var chosen = seat is { RestedOn: null } ? seat : null;
        var cadence = chosen?.CadenceDays ?? (chosen?.Ring == Ring.Inner ? 14 : 30);
        Contact[] contacts = [.. marks.Select(mark => new Contact(mark.On, mark.Kind == Word(EntryKind.Received) ? ContactKind.Received : ContactKind.Both))];
        var knownSince = DateOnly.FromDateTime(person.KnownSince.UtcDateTime);
        var state = Ranking.Judge(contacts, cadence, chosen?.ChosenOn ?? knownSince, today).State;
        return new(person.PersonId, person.Name, chosen is null ? null : Word(chosen.Ring), Word(state), chosen?.Reason, chosen?.ChosenOn, marks);
    }

    private static string Word<T>(T value)
        where T : struct, Enum =>
        value.ToString().ToLowerInvariant();
}

/// <summary>The member's people over the years.</summary>
internal sealed record LocalCircle(DateTimeOffset Now, IReadOnlyList<LocalTie> People);

/// <summary>One of them; without a ring they are on the shelf.</summary>
internal sealed record LocalTie(
    Guid Id, string Name, string? Ring, string State, string? Reason, DateOnly? ChosenOn, IReadOnlyList<LocalMark> Marks);

/// <summary>A help or a touch on a day.</summary>
internal sealed record LocalMark(DateOnly On, string Kind, string Text);
