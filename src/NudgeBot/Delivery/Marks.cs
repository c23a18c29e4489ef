using System.Collections.Concurrent;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// Writes down what becomes of deliveries. Whatever lines up while the database is busy is committed together: each message needs two
/// marks, and a commit waits for the disk.
/// </summary>
internal sealed class Marks(UnitOfWork unitOfWork) : IDisposable
{
    private readonly ConcurrentQueue<Mark> waiting = new();

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Makes a change that reaches rows by their keys, past the ownership filter, and returns how many it reached, once it is committed.</summary>
    public async Task<int> WriteAsync(Func<BotDb, Task<int>> change, CancellationToken cancellationToken)
    {
        var mark = new Mark(change);
        waiting.Enqueue(mark);
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!waiting.IsEmpty)
                await CommitAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }

        return await mark.Committed.Task;
    }

    public void Dispose() => one.Dispose();

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        List<(Mark Mark, int Rows)> together = [];
        try
        {
            await unitOfWork.RunAsync("", "", async services =>
            {
                var db = services.GetRequiredService<BotDb>();
                // Where the database failed in a way that passes, what was taken before is made again.
                for (var at = 0; at < together.Count; at++)
                    together[at] = (together[at].Mark, await together[at].Mark.Change(db));
                // Only now, when it is our turn: those who came while we stood in line go with us.
                while (waiting.TryDequeue(out var mark))
                {
                    together.Add((mark, 0));
                    together[^1] = (mark, await mark.Change(db));
                }

                return together.Count;
            }, cancellationToken);
            together.ForEach(done => done.Mark.Committed.SetResult(done.Rows));
        }
        catch (Exception error)
        {
            // Nothing of it was kept, and each of them hears so from its own task.
            together.ForEach(lost => lost.Mark.Committed.SetException(error));
            if (together.Count == 0)
                throw;
        }
    }

    private sealed record Mark(Func<BotDb, Task<int>> Change)
    {
        public TaskCompletionSource<int> Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
