using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>A need was met, or a follow-up done: pressed under its confirmation, or in a history, which is then shown anew.</summary>
internal sealed class CloseAction(Closing closing, History history) : IAction
{
    public static string Id => "entry.close";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/', 2) is not [var entryId, var place])
            return (await closing.SetAsync(turn, press.Id, closed: true, cancellationToken)) with { Replaces = true };
        var closed = await closing.SetAsync(turn, Guid.TryParse(entryId, out var id) ? id : Guid.Empty, closed: true, cancellationToken);
        return await history.PageAsync(turn, HistoryPlace.Read(place), cancellationToken) is { } page
            ? new Reply(page with { Replaces = true }, closed)
            : closed;
    }
}
