using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>Changes who holds which seat, and remembers for a day what was before.</summary>
internal sealed class Seating(BotDb db, Upkeep upkeep)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <summary>Where a person stands now.</summary>
    public async Task<Standing?> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        Standing.Of(await RowAsync(personId, cancellationToken));

    /// <summary>All seats that the member's circle has.</summary>
    public async Task<int> SeatsAsync(CancellationToken cancellationToken) =>
        (await db.FindAsync<Member>([db.WorkspaceId, db.MemberId], cancellationToken))!.Seats;

    /// <summary>The free seats of a ring; below zero where the member has made the circle smaller than it is.</summary>
    public async Task<int> FreeAsync(Ring ring, CancellationToken cancellationToken) =>
        Rings.Seats(ring, await SeatsAsync(cancellationToken))
        - await db.Set<Associate>().CountAsync(row => row.Ring == ring && row.RestedOn == null, cancellationToken);

    /// <summary>Brings persons to where they stand from now on, and returns the id of the change.</summary>
    public async Task<Guid> ApplyAsync(Turn turn, IReadOnlyList<(Guid PersonId, Standing? After)> changes, CancellationToken cancellationToken)
    {
        var outdated = turn.Now - Window;
        await db.Set<CircleChange>().Where(row => row.At < outdated).ExecuteDeleteAsync(cancellationToken);
        var id = turn.NewId();
        foreach (var (personId, after) in changes)
        {
            var before = await SetAsync(personId, after, cancellationToken);
            db.Add(new CircleChange { ChangeId = id, PersonId = personId, At = turn.Now, Before = Standing.Write(before), After = Standing.Write(after) });
        }

        await upkeep.FollowAsync(turn, cancellationToken);
        return id;
    }

    /// <summary>Puts back what was before a change. Pressed twice, or after something else has changed meanwhile, it does nothing.</summary>
    public async Task<(PutBack Outcome, IReadOnlyList<Guid> Persons)> PutBackAsync(Turn turn, Guid changeId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<CircleChange>().Where(row => row.ChangeId == changeId).ToListAsync(cancellationToken);
        if (rows.Count == 0 || rows.Any(row => turn.Now - row.At > Window))
            return (PutBack.Gone, []);
        Dictionary<Ring, int> more = [];
        foreach (var row in rows)
        {
            var now = await OfAsync(row.PersonId, cancellationToken);
            if (now != Standing.Read(row.After))
                return (PutBack.Overtaken, []);
            Count(Standing.Read(row.Before), +1);
            Count(now, -1);
        }

        foreach (var (ring, _) in more.Where(pair => pair.Value > 0))
        {
            if (more[ring] > await FreeAsync(ring, cancellationToken))
                return (PutBack.Full, []);
        }

        foreach (var row in rows)
            await SetAsync(row.PersonId, Standing.Read(row.Before), cancellationToken);
        db.RemoveRange(rows);
        await upkeep.FollowAsync(turn, cancellationToken);
        return (PutBack.Done, [.. rows.Select(row => row.PersonId)]);

        void Count(Standing? standing, int by)
        {
            if (standing is { HasSeat: true })
                more[standing.Ring] = more.GetValueOrDefault(standing.Ring) + by;
        }
    }

    private async Task<Standing?> SetAsync(Guid personId, Standing? after, CancellationToken cancellationToken)
    {
        var row = await RowAsync(personId, cancellationToken);
        var before = Standing.Of(row);
        if (after is null)
        {
            if (row is not null)
                db.Remove(row);
            return before;
        }

        if (row is null)
            db.Add(row = new Associate { PersonId = personId, Ring = after.Ring, ChosenOn = after.ChosenOn });
        after.ApplyTo(row);
        return before;
    }

    private ValueTask<Associate?> RowAsync(Guid personId, CancellationToken cancellationToken) =>
        db.FindAsync<Associate>([db.WorkspaceId, db.MemberId, personId], cancellationToken);
}

/// <summary>What became of putting a change back.</summary>
internal enum PutBack
{
    Done,

    /// <summary>No such change, or more than a day old, or put back already.</summary>
    Gone,

    /// <summary>The person's place was changed again since.</summary>
    Overtaken,

    /// <summary>The seat has been given to somebody else meanwhile.</summary>
    Full,
}
