using System.Text.Json;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Circle;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local.Sample;

/// <summary>Lays ten years of believable history into the built-in workspace, so that a newcomer sees what the years bring.</summary>
internal sealed class SampleHistory(UnitOfWork unitOfWork, LocalClock clock)
{
    /// <summary>Writes the history for every colleague, or returns false when it was laid before.</summary>
    public async Task<bool> LayAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Channels", "Local", "Sample", "sample.json"));
        var data = await JsonSerializer.DeserializeAsync(file, SampleJson.Default.SampleData, cancellationToken);
        foreach (var member in data!.Members)
        {
            var laid = await unitOfWork.RunAsync(
                LocalWorkspace.Id, member.Id, services => LayAsync(services, member, cancellationToken), cancellationToken);
            if (!laid)
                return false;
        }

        return true;
    }

    private async Task<bool> LayAsync(IServiceProvider services, SampleMember member, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<BotDb>();
        var outsider = member.Persons.First(person => person.Account is null).Name;
        if (await db.Set<Person>().AnyAsync(row => row.Name == outsider, cancellationToken))
            return false;
        foreach (var person in member.Persons)
        {
            var id = await PersonAsync(db, person, cancellationToken);
            foreach (var entry in person.Entries)
                Add(db, id, Enum.Parse<EntryKind>(entry.Kind, ignoreCase: true), entry.Text, Ago(entry.Ago));
            if (person.Touches is { } touches)
                AddTouches(db, id, person.Name, touches);
            if (person.Seat is { } seat)
                await SeatAsync(db, id, seat, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await TellAsync(services, member.Id, cancellationToken);
        return true;
    }

    /// <summary>Whoever joined already has new seats and needs, and so other dates; the others get theirs when they join.</summary>
    private async Task TellAsync(IServiceProvider services, string memberId, CancellationToken cancellationToken)
    {
        var due = new Due(LocalWorkspace.Id, memberId, "", clock.Now, clock.Now);
        if (await services.GetRequiredService<Turns>().EnterAsync(due, cancellationToken) is not var (turn, joined))
            return;
        foreach (var observer in services.GetServices<IMemberObserver>())
            await observer.ChangedAsync(turn, joined, cancellationToken);
    }

    private async Task<Guid> PersonAsync(BotDb db, SamplePerson sample, CancellationToken cancellationToken)
    {
        if (sample.Account is { } account
            && await db.Set<PersonAlias>().FirstOrDefaultAsync(row => row.Kind == AliasKind.Account && row.Value == account, cancellationToken) is { } known)
            return known.PersonId;
        var met = Ago(sample.Met);
        var person = new Person
        {
            PersonId = NewId(),
            Name = sample.Name,
            Email = sample.Email,
            Employer = sample.Employer,
            KnownSince = met,
        };
        db.Add(person);
        if (sample.Employer is { } employer)
            db.Add(new Employment { PersonId = person.PersonId, Employer = employer, Since = DateOnly.FromDateTime(met.UtcDateTime) });
        foreach (var (kind, value) in NewPersons.Aliases(sample.Name, sample.Email, sample.Account))
            db.Add(new PersonAlias { PersonId = person.PersonId, Kind = kind, Value = value, Since = DateOnly.FromDateTime(met.UtcDateTime) });
        return person.PersonId;
    }

    private async Task SeatAsync(BotDb db, Guid personId, SampleSeat seat, CancellationToken cancellationToken)
    {
        if (await db.Set<Associate>().AnyAsync(row => row.PersonId == personId, cancellationToken))
            return;
        db.Add(new Associate
        {
            PersonId = personId,
            Ring = Enum.Parse<Ring>(seat.Ring, ignoreCase: true),
            Cadence = seat.Cadence,
            CadenceDays = seat.Days,
            Reason = seat.Reason,
            ChosenOn = DateOnly.FromDateTime(Ago(seat.Ago).UtcDateTime),
        });
    }

    /// <summary>The gaps vary between a third and five thirds of the usual one; seeded by the name, so that it is the same each time.</summary>
    private void AddTouches(BotDb db, Guid personId, string name, SampleTouches touches)
    {
        var dice = new Random(name.Aggregate(17, (seed, letter) => (seed * 31) + letter));
        var (at, end) = (Ago(touches.From), Ago(touches.To));
        for (var index = 0; at <= end; index++)
        {
            Add(db, personId, EntryKind.Touch, touches.Texts[index % touches.Texts.Count], at);
            at += TimeSpan.FromDays(touches.Days * ((1 / 3d) + (dice.NextDouble() * 4 / 3)));
        }
    }

    private static void Add(BotDb db, Guid personId, EntryKind kind, string text, DateTimeOffset at) =>
        db.Add(new Entry
        {
            EntryId = Guid.CreateVersion7(at),
            Kind = kind,
            Text = text,
            On = DateOnly.FromDateTime(at.UtcDateTime),
            RecordedAt = at,
            Persons = [new EntryPerson { PersonId = personId }],
        });

    private DateTimeOffset Ago(string duration) => clock.Now - XmlConvert.ToTimeSpan(duration);

    private Guid NewId() => Guid.CreateVersion7(clock.Now);
}
