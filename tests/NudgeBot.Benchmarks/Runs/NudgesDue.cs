using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Storage.Moving;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>Lets everybody's next nudge fall due soon. The program does not run meanwhile.</summary>
internal static class NudgesDue
{
    /// <summary>Spreads them evenly over a time that begins in five seconds.</summary>
    public static async Task SpreadAsync(string connection, TimeSpan over)
    {
        await using var db = MovingDatabase.Open(connection).Database!;
        var rows = await db.Set<Schedule>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Kind == "nudge").OrderBy(row => row.MemberId).ToListAsync();
        foreach (var (at, row) in rows.Index())
        {
            var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(5) + over * (at / (double)rows.Count);
            await db.Set<Schedule>().IgnoreQueryFilters().Where(one => one.Kind == row.Kind && one.MemberId == row.MemberId)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, due));
        }
    }
}
